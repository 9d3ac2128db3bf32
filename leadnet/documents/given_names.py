"""Given names common in Britain, by which a person named in running text is known from a place or a project."""

GIVEN_NAMES = """
Aaron Abdul Abigail Adam Adrian Agnes Ahmed Aidan Aileen Aisha Alan Alastair Albert Alec Alex Alexander Alexandra
Alexis Alfred Ali Alice Alison Alistair Allan Allen Allison Alun Amanda Amar Amber Amelia Amir Amit Amy Andrea
Andrew Andy Angela Angus Anil Anita Ann Anna Anne Annette Annie Anthony Antonia Antony April Archie Arjun Arthur
Arun Asha Ashley Asif Audrey Ayesha Azhar Baljit Balwinder Barbara Barry Beatrice Belinda Ben Benjamin Bernadette
Bernard Beryl Bethan Bethany Betty Beverley Bharat Bhavna Bill Billy Bob Brenda Brendan Brian Bridget Bruce Bryan
Cameron Carl Carla Carol Carole Caroline Carolyn Carrie Catherine Cath Cathy Cecil Charles Charlie Charlotte Cheryl
Chloe Chris Christian Christina Christine Christopher Claire Clare Clive Colette Colin Connor Conor Craig Cyril
Daisy Damian Dan Daniel Danielle Danny Darren Dave David Dawn Dean Debbie Deborah Debra Declan Deepak Denis Denise
Dennis Derek Diana Diane Dilip Dinesh Dominic Don Donald Donna Doreen Doris Dorothy Doug Douglas Duncan Dylan Eamonn
Ed Eddie Edith Edward Edwin Eileen Elaine Eleanor Elizabeth Ella Ellen Ellie Emily Emma Eric Erica Ernest Esther
Ethan Eunice Eva Evelyn Fatima Faye Felicity Fergus Fiona Frances Francesca Francis Frank Fred Frederick Freya Gail
Gareth Gary Gavin Gaynor Geoff Geoffrey George Georgina Gerald Geraldine Gerard Gerry Gill Gillian Gina Glen Glenn
Glenys Gloria Glyn Gordon Grace Graeme Graham Grant Greg Gregory Gurdeep Gurpreet Guy Gwen Gwyn Hannah Harbhajan
Harjit Harold Harriet Harry Hasan Hassan Hayley Hazel Heather Heidi Helen Helena Henry Hilary Holly Howard Hugh
Hussain Huw Iain Ian Ibrahim Imran Ingrid Irene Iris Isaac Isabel Isobel Ivan Ivor Jack Jackie Jacob Jacqueline
Jacqui Jagdish James Jamie Jan Jane Janet Janice Janine Jasbir Jason Jasmine Jaspal Jaswinder Jatinder Javed Jay
Jayne Jean Jeanette Jeff Jeffrey Jennifer Jenny Jeremy Jerry Jess Jessica Jill Jim Jimmy Jo Joan Joanna Joanne Jodie
Joe Joel John Johnny Jon Jonathan Jordan Joseph Josephine Josh Joshua Joy Joyce Judith Judy Julia Julian Julie
Juliet June Justin Kamal Karen Karl Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kay Keith Kelly Kelvin Ken
Kenneth Kerry Kevin Khalid Kieran Kim Kiran Kirsten Kirsty Kuldip Kyle Lakhbir Lance Laura Lauren Laurence Lawrence
Leah Lee Leigh Len Leo Leon Leonard Les Lesley Leslie Lewis Liam Lilian Lily Linda Lindsay Lindsey Lisa Liz Lloyd
Lorna Lorraine Louis Louise Lucy Luke Lydia Lyn Lynda Lynn Lynne Maggie Mahmood Malcolm Mandeep Mandy Manjit Manjula
Marc Marcus Margaret Maria Marian Marie Marilyn Marion Marjorie Mark Martin Martyn Mary Matt Matthew Maureen Maurice
Mavis Max Maxine Megan Mel Melanie Melissa Mervyn Michael Michele Michelle Mick Mike Miles Millie Miranda Miriam Mo
Mohamed Mohammad Mohammed Mohan Moira Mollie Molly Monica Morag Muhammad Muriel Murray Nadia Naomi Nasreen Natalie
Natasha Nathan Neil Neville Niall Nicholas Nick Nicky Nicola Nicole Nigel Nina Noel Nora Norma Norman Olive Oliver
Olivia Omar Oscar Owen Pam Pamela Parminder Pat Patricia Patrick Paul Paula Pauline Pawan Peggy Penelope Penny Pete
Peter Phil Philip Philippa Phillip Phyllis Pippa Polly Prakash Pravin Priya Rachael Rachel Rajesh Rajinder Ralph Ram
Ramesh Ranjit Rashid Ravi Ray Raymond Rebecca Reg Reginald Rhian Rhys Richard Rick Ricky Rita Rob Robert Roberta
Robin Rod Roderick Rodney Roger Roland Ron Ronald Rory Ros Rosalind Rose Rosemary Rosie Ross Roy Ruby Rupert Russ
Russell Ruth Ryan Saeed Sajid Sally Salma Sam Samantha Samuel Sandeep Sandra Sanjay Sara Sarah Satish Saul Scott
Sean Sebastian Selina Shabir Shaheen Shane Sharon Shaun Sheila Shirley Siân Sian Sidney Simon Sonia Sophie Stacey
Stan Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Suki Sukhdev Sunil Suresh Surinder Susan
Susanna Susie Suzanne Sybil Sydney Sylvia Tahir Tamsin Tanya Tara Tariq Ted Teresa Terence Terry Tessa Thelma
Theresa Thomas Tim Timothy Tina Toby Todd Tom Tommy Toni Tony Tracey Tracy Trevor Trisha Tristan Usha Val Valerie
Vanessa Vera Vernon Veronica Vicki Vicky Victor Victoria Vijay Vikram Vince Vincent Viv Vivian Vivien Walter Wayne
Wendy Wilfred Will William Winifred Yasmin Yusuf Yvette Yvonne Zahid Zahra Zara Zoe Zoë
"""
