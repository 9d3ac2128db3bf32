"""Given names met in Britain, by which a person is known from a place or a project.

Left out are those that are as often a place, a surname or a plain word (Chelsea, Wilson, Hope).
"""

GIVEN_NAMES = """
Aaron Abbas Abbi Abbie Abby Abdel Abdul Abdul-Karim Abdullah Abid Abigail Abraham Adam Ade Adeel Adele Adeline Adil
Adrian Adrienne Afzal Agatha Agnes Agnieszka Ahmed Aidan Aideen Aileen Ailsa Aimee Ainsley Aisha Ajay Ajit Akhtar Akram
Alan Alana Alasdair Alastair Alba Albert Alberta Aldo Alec Aled Alessandra Alessandro Alex Alexa Alexander Alexandra
Alexandre Alexis Alfie Alfred Algernon Ali Alia Alice Alina Alisha Alison Alissa Alistair Alister Alix Aliya Allan
Allegra Allen Allison Allyson Alma Althea Alun Alvin Alwyn Alyson Alyssa Amal Aman Amanda Amandeep Amar Amara Amarjit
Amber Ambrose Amelia Amelie Amina Amir Amit Amjad Amrit Amy Ana Anand Anastasia Andre Andrea Andree Andrei Andrej Andrew
Andy Aneesa Aneurin Angela Angelina Angelo Angharad Angie Angus Anil Anisa Anish Anishka Anita Anja Anjali Anjna Anjum
Ankit Ann Ann-Marie Anna Anna-Marie Annabel Annabelle Annalisa Anne Anne-Marie Anneka Anneliese Annemarie Annette Annie
Annika Annmarie Anoushka Ansar Anselm Anthea Anthony Antoine Antoinette Anton Antonia Antonio Antony Anu Anwar Aoife
April Arabella Archie Arif Arjun Arlene Armando Arnold Arran Arron Arshad Arthur Arun Arvind Asha Ashfaq Ashish Ashleigh
Ashley Ashok Asif Aslam Astrid Atif Aubrey Audrey Aurelia Ava Avril Avtar Ayaz Ayesha Ayla Ayub Azeem Azhar Aziz Babs
Bal Balbir Baldev Baljit Balraj Balvinder Balwinder Barbara Barnaby Barrie Barry Bart Bartholomew Bashir Basil Baz
Beatrice Bec Becca Beccy Becki Becks Becky Belinda Bella Ben Benedict Benita Benjamin Benny Berenice Bernadette
Bernadine Bernard Bernice Bernie Bert Bertie Bertram Beryl Beth Bethan Bethany Bettina Betty Bev Beverley Beverly Bex
Bharat Bhavesh Bhavna Bhupinder Bianca Bikram Bilal Bill Billy Bjorn Blair Bob Bobbie Bobby Boris Brad Bradley Brandon
Breda Brenda Brendan Brendon Brett Brian Brid Bridget Bridie Brigid Brigitte Briony Bronagh Bronwen Bronwyn Brooke Bruce
Bruno Bryan Bryn Bryony Byron Caitlin Callum Calum Calvin Cameron Camilla Camille Candice Candida Candy Cara Carey Cari
Carina Carl Carla Carlo Carlos Carly Carmel Carmen Carol Carol-Ann Carole Carolina Caroline Carolyn Carolynn Carolynne
Caron Carrie Carsten Caryl Caryn Carys Casey Caspar Cassandra Cassie Cate Caterina Cath Cathal Catharine Catherine
Cathie Cathryn Cathy Catrin Catriona Cecil Cecilia Cecily Cedric Celeste Celia Celine Ceri Ceridwen Cerys Chaim Chandra
Chandrika Chantal Chantelle Charis Charlene Charles Charlie Charlotte Charmaine Chas Chaz Chengjie Cherie Cherry Cheryl
Cheryll Chesney Chetan Chiara Chirag Chitra Chloe Chris Chrissie Chrissy Christa Christabel Christel Christian Christina
Christine Christopher Christos Chuck Ciara Ciaran Cicely Cilla Cindy Cinzia Claire Clare Clare-Louise Claudette Claudia
Claudio Clem Clement Clementine Cleo Cliff Clifford Clint Clive Clodagh Clyde Colette Colin Connor Conor Conrad Cora
Cordelia Coreen Corinna Corinne Cormac Cornelia Cornelius Corrie Corrienne Cory Cosmo Courtney Craig Crispin Cristina
Curtis Cuthbert Cynthia Cyril Cyrus Dafydd Dagmar Dahlia Daisy Daksha Dalbir Daljit Damian Damien Damon Dan Dana Daniel
Danielle Danni Danny Danuta Daphne Dara Darcy Daria Darius Darrel Darrell Darren Darryl Daryl Dave David Davina Davinder
Davinia Davy Dawn Dean Deanna Deanne Deb Debbie Debby Debi Deborah Debra Debs Declan Dee Deena Deepak Deidre Deirdre Del
Delia Della Delphine Delroy Delyth Demi Dena Denis Denise Dennis Denny Denzil Derek Derick Dermot Derrick Des Desiree
Desmond Dev Devinder Dexter Dez Dhanisha Dharmesh Dhiraj Di Diana Diane Dianne Diarmuid Dick Diego Dieter Digby Dilip
Dilwyn Dilys Dimitri Dina Dinah Dinesh Dino Dione Dionne Dipak Dipti Dirk Divya Dmitri Dolores Dominic Dominik Dominique
Don Donal Donald Donna Donnie Donovan Dora Dorcas Doreen Doreena Dorian Dorinda Doris Dorne Dorothy Dorrie Dot Doug
Dougal Dougie Douglas Drew Dudley Dulcie Duncan Durga Dwayne Dylan Eamon Eamonn Ebrahim Ed Eddie Eddy Edgar Edith Edmond
Edmund Edna Eduardo Edward Edwin Edwina Efe Effie Eifion Eileen Eilidh Eilis Eimear Eirian Eirlys Eithne Elaine Eleanor
Elena Eleni Eleri Elfan Elfed Eli Elias Elin Elinor Eliot Elisa Elisabeth Elise Eliza Elizabet Elizabeth Elke Ella Ellen
Ellie Elliot Elliott Ellis Elly Elsa Elsie Elspeth Elvira Elwyn Emanuel Emer Emil Emile Emilia Emilie Emily Emlyn Emma
Emma-Jane Emmanuel Emmeline Emrys Emyr Ena Enid Enrico Enzo Eric Erica Erika Erin Ernest Ernie Errol Esme Esmond Estelle
Esther Ethan Ethel Etienne Etta Euan Eugene Eugenia Eugenie Eunice Eustace Eva Evan Eve Evelyn Evie Ewa Ewan Ewen Fabian
Fabio Fahim Faisal Faiz Farah Fareed Farhan Farhana Farida Farooq Farouk Farrah Fatema Fatima Fay Faye Faz Felice
Felicia Felicity Felipe Felix Femi Fenella Ferdinand Fergal Fergus Ffion Fidelma Finbar Finlay Finn Finola Fiona Firoz
Fitzroy Fleur Flo Flora Florence Floyd Folasade Fran Franca Frances Francesca Francesco Francine Francis Francisco
Franco Francoise Frank Frankie Franklin Franz Fraser Frazer Fred Freda Freddie Freddy Frederic Frederick Freya Frieda
Gabby Gabriel Gabriela Gabriella Gabrielle Gaby Gaenor Gagandeep Gaik Gail Galen Ganesh Garath Gareth Garry Garth Gary
Gaurav Gavan Gavin Gay Gaye Gayle Gaynor Gaz Ged Gemma Gena Gene Genevieve Geoff Geoffrey George Georgette Georgia
Georgie Georgina Georgios Geraint Gerald Geraldine Gerard Gerda Gerhard Germaine Gerrard Gerri Gerry Gert Gertrude
Gethin Ghazala Ghulam Gideon Gilbert Gilda Giles Gill Gillian Gilly Gina Ginny Giorgio Giovanna Giovanni Girish Gisela
Giselle Gita Giulia Giuseppe Gladstone Gladys Glen Glenda Glenis Glenn Glenwyn Glenys Gloria Glyn Glynis Glynn Godfrey
Golam Gopal Goran Gordon Govind Grace Graciela Graeham Graeme Graham Grahame Grant Greer Greg Gregg Gregor Gregory Greta
Gretchen Greville Griff Grigor Gulam Gulshan Gulzar Gunther Gurbax Gurcharan Gurdeep Gurdial Gurjit Gurminder Gurmit
Gurnam Gurnek Gurpreet Gus Gustav Guy Gwen Gwenda Gwendoline Gwendolyn Gwenllian Gwilym Gwyn Gwyneth Gwynne Habib Hadi
Hafeez Hafiz Haider Hal Hamid Hamish Hamza Hana Hanif Hanna Hannah Hanne Hannes Hans Harbhajan Hardeep Hardial Hardip
Hari Harinder Harish Harjinder Harjit Harminder Harold Haroon Harpal Harpreet Harriet Harry Harvey Hasan Haseeb Hashim
Hasmukh Hassan Hattie Hayden Haydn Hayley Hazel Heather Hector Heidi Heinrich Helen Helena Helene Helga Heloise Hema
Henk Henri Henrietta Henrik Henry Herbert Herman Hermione Hester Hettie Hew Hilary Hilda Hillary Himanshu Hina Hiren
Hitesh Hollie Holly Homer Horace Hortense Howard Hubert Hugh Hugo Humaira Humphrey Husain Hussain Hussein Huw Hywel Iain
Ian Ibrahim Idris Iestyn Ieuan Ifan Ifor Iftikhar Ignatius Igor Ijaz Ilana Ilona Imelda Imogen Imran Imtiaz Inder
Inderjit Indira Indra Ines Inga Ingeborg Ingrid Iola Iona Ione Iqbal Iram Irene Irfan Irina Iris Irma Irving Irwin Isaac
Isabel Isabella Isabelle Isaiah Ishmael Ishtiaq Isla Ismail Ismat Isobel Israr Ita Iva Ivan Ivana Ivor Ivy Izzi Izzy
Jabbar Jabeen Jacinta Jack Jackie Jacky Jaclyn Jacob Jacquelin Jacqueline Jacquelyn Jacques Jacqui Jacquie Jade Jaffer
Jagdish Jagjit Jagtar Jai Jaime Jake Jaki Jakob Jakub Jamal Jameel Jameela James Jamie Jamila Jan Jana Janak Jane Janet
Janette Janey Janice Janie Janina Janine Janis Jared Jarnail Jaroslav Jarrod Jas Jasbir Jasdeep Jasmin Jasmine Jason
Jaspal Jasper Jasvinder Jaswant Jaswinder Jatinder Javaid Javed Javier Jay Jaya Jayden Jayesh Jayne Jaz Jean Jean-Paul
Jean-Pierre Jeanette Jeanie Jeanne Jeannette Jeannie Jeevan Jeff Jeffrey Jelena Jem Jemima Jemma Jen Jenifer Jenna Jenni
Jennie Jennifer Jenny Jens Jeremiah Jeremy Jermaine Jerome Jerry Jess Jesse Jessica Jessie Jethro Jez Jignesh Jill Jilly
Jim Jimi Jimmy Jinny Jitendra Jitesh Jo Jo-Ann Jo-Anne Joachim Joan Joanna Joanne Joao Joaquin Jocelyn Jodi Jodie Jody
Joe Joel Joey Johan Johanna Johannes John John-Paul Johnathan Johnathon Johnny Jolene Jolyon Jon Jonah Jonas Jonathan
Jonathon Jonny Jonty Jools Joost Jordan Jordana Jorge Jose Josef Joseph Josephine Josh Joshua Josiah Josie Jospeh Joss
Jowita Joy Joyce Juan Juanita Jude Judi Judie Judith Judy Jules Julia Julian Juliana Julianne Julie Julie-Ann Julien
Juliet Juliette Julius Junaid June Jurgen Justin Justine Jyoti Kabir Kai Kaisar Kaleem Kali Kalpana Kalpesh Kamal Kamala
Kamaljit Kamran Kanta Kapil Kara Karam Karamjit Karan Kareem Karen Karim Karin Karina Karl Karla Karlene Karnail Karthik
Karyn Kashif Kasia Kaspar Kat Katarina Katarzyna Kate Kath Katharina Katharine Katherina Katherine Kathi Kathie Kathleen
Kathrine Kathryn Kathy Katia Katie Katja Katrina Katy Katya Kaushik Kavita Kay Kaye Kayleigh Kayley Kaz Keeley Keely
Keir Keiran Keiron Keisha Keith Kellie Kelly Kelsey Kelvin Kemi Ken Kendra Kenneth Kenny Keri Kerri Kerrie Kerry Kerstin
Kester Ketan Kev Keval Kevin Khadija Khalid Khalil Khurram Khurshid Kieran Kieron Kim Kimberley Kimberly Kingsley Kira
Kiran Kirk Kirpal Kirsteen Kirsten Kirstie Kirstin Kirsty Kirtan Kishan Kishor Kishore Kit Kitty Klara Klaus Kofi Kris
Krish Krishan Krishna Kristen Kristian Kristin Kristina Kristine Kristopher Krystyna Krzysztof Kulbir Kuldip Kuljit
Kulvinder Kulwant Kulwinder Kumar Kunal Kurt Kwame Kye Kyle Kylie Lachlan Laila Lakhbir Lakshmi Lana Lance Lara Laraine
Larissa Larry Lars Laszlo Latif Latoya Launa Laura Laurel Lauren Laurence Laurent Lauri Laurie Lavern Laverne Lavinia
Lawrence Layla Lea Leah Leander Leandra Leanne Lee Lee-Ann Lee-Anne Leeanne Leela Leena Leesa Leigh Leighton Leila
Lemuel Len Lena Lennox Lenny Leo Leon Leonard Leoni Leonie Leonora Leopold Leroy Les Lesley Lesleyanne Leslie Leslye
Lester Letitia Lettice Levi Lewin Lewis Lex Lexi Lexie Liam Liana Lianne Libby Lilia Lilian Liliana Lillian Lillie Lilly
Lily Linda Lindi Lindsay Lindsey Lindy Linette Linsey Linton Linzi Lionel Lisa Lisbeth Lise Livia Liz Liza Lizzie Lizzy
Llewellyn Llinos Lloyd Logan Lois Lola Lora Loraine Loredana Lorena Lorenzo Loretta Lori Lorna Lorne Lorraine Lottie Lou
Louella Louie Louis Louisa Louise Lowri Luca Lucas Luci Lucia Lucian Lucien Lucille Lucinda Lucy Luigi Luis Luisa Lukasz
Luke Lulu Luther Lydia Lyn Lynda Lyndon Lyndsay Lyndsey Lynette Lynn Lynne Lynsey Lyra Mabel Maciej Maddie Maddy
Madeleine Madeline Madge Madhu Madonna Mads Maeve Magda Magdalena Maggie Magnus Mags Maha Mahendra Mahesh Mahmood Maia
Mair Mairi Maisie Majid Maksim Malachi Malachy Malcolm Malcom Malik Malini Malise Malkit Mallory Mamta Manda Mandeep
Mandip Mandy Mani Manish Manisha Manjit Manjula Manny Manoj Manpreet Manuel Manuela Mara Marc Marcel Marcella Marcelle
Marcello Marcia Marco Marcus Marek Margaret Margarita Margery Margie Margo Margot Marguerite Mari Maria Mariah Mariam
Marian Marianne Mariano Maricel Marie Marielle Marietta Marika Marilyn Marina Mario Marion Marios Marisa Marissa Marita
Marius Marj Marjorie Marjory Mark Marla Marlene Marlon Marni Marsha Marta Marten Martha Marti Martin Martina Martine
Marty Martyn Marvin Mary Mary-Ann Mary-Anne Mary-Jane Mary-Lou Maryam Maryanne Marylin Marylou Maryse Masood Massimo Mat
Mateusz Mathew Mathias Mathilda Matilda Matt Matthew Matthias Mattie Maud Maude Maura Maureen Maurice Mauro Mavis Max
Maxim Maximilian Maxine Maxwell May Maya Mayank Mayur Meena Meera Meg Megan Megha Mehboob Mehmet Mehmood Mehreen Mehul
Meirion Mekki Mel Melanie Melina Melinda Melissa Mellissa Melva Melvin Melvyn Menna Mercedes Meredith Meriel Merle
Merlin Merrill Merryn Merv Mervin Mervyn Mesut Mhairi Mia Mica Micah Michael Michaela Michal Michele Michelle Mick
Mickey Micky Miguel Mihai Mika Mikael Mike Mikey Mikhail Mikolaj Mila Milan Mildred Milena Miles Millie Milly Milo Mimi
Mina Minal Mindy Minesh Minnie Miranda Mirela Miriam Misbah Mischa Mita Mitch Mitchell Mitesh Mitzi Miya Mizan Mo Moeen
Mohamad Mohamed Mohammad Mohammed Mohammod Mohan Mohinder Mohini Mohit Mohsin Moin Moira Mollie Molly Mona Monica Monika
Monique Monty Morag Morgan Morgana Morris Mortimer Morwenna Moya Moyra Mubarak Mudassar Muhammad Muhammed Mukesh Mukhtar
Mumtaz Munawar Muneer Munir Murdo Muriel Murray Murtaza Musa Mushtaq Mustafa Myfanwy Myles Myra Myrna Myrtle Nabeel
Nabila Nada Nadeem Nadene Nadia Nadim Nadine Nadya Naeem Nafisa Nagina Naheed Naila Naina Nalin Nanci Nancy Nanette
Naomi Naresh Narinder Naseem Naseer Nash Nasim Nasir Nasira Nasra Nasreen Nat Natalia Natalie Natalya Natascha Natasha
Nate Nathalie Nathan Nathanael Nathaniel Naveed Naveen Navin Navjot Nazia Nazim Nazir Neal Neale Ned Neda Neela Neelam
Neena Neeraj Neeta Neha Neil Neill Nell Nellie Nelson Nerys Nessa Nesta Nestor Netta Neville Ngaire Ngozi Nia Niall
Niamh Nic Nicci Nichola Nicholas Nichole Nick Nicki Nicko Nicky Nicola Nicolai Nicolas Nicole Nicolette Nicolle Niel
Nigel Nighat Nik Nikhil Niki Nikita Nikki Nikolas Nilesh Nilufar Nimesh Nina Ninian Nirmal Nisar Nisha Nishit Nita
Nitesh Nitin Noah Noel Noeleen Noelle Noemi Nola Noor Nora Norah Norbert Noreen Noreena Norma Norman Nuala Nur Nusrat
Oded Odette Ogechi Oksana Olaf Oleg Olga Olive Oliver Olivia Olivier Ollie Olu Olufemi Oluwaseun Olwen Olwyn Omar Omer
Oona Oonagh Ophelia Orla Orlaith Orlando Orson Orville Osama Osborn Oscar Osman Oswald Otis Ottilie Otto Owain Owen Oz
Ozzie Paddy Padma Padraig Paige Pam Pamela Pammi Pankaj Paolo Paresh Parminder Parmjit Parveen Parvez Parvin Pascal
Pascale Pat Patience Patrice Patricia Patrick Patrik Patsy Patti Pattie Patty Paul Paula Pauleen Paulette Paulina
Pauline Paulo Pavel Pawan Pawel Payal Pearl Pedro Peg Peggie Peggy Pelham Penelope Pennie Penny Percival Percy Perdita
Peregrine Perminder Perpetua Perry Persephone Petar Pete Peter Petra Petrina Petros Petula Phebe Phil Philip Philippa
Phillip Phillipa Philomena Phineas Phoebe Phyllis Pierre Piers Pieter Pilar Piotr Pip Pippa Piran Polly Poonam Poppy
Prabhu Prabodh Pradeep Pradip Praful Pragna Prakash Pramod Pranav Prasad Prashant Pratap Praveen Pravin Preeti Prem
Presley Prina Priscilla Pritesh Priti Pritpal Priya Prue Puja Pujan Pushpa Qadir Qaiser Qamar Qasim Quentin Quincy Quinn
Quinton Raana Rab Rabia Rabinder Rachael Rachel Rachelle Radha Radhika Radoslaw Rae Raf Rafael Rafal Rafe Rafi Rafiq
Raheem Rahel Rahim Rahul Raihana Rainer Raj Raja Rajan Rajeev Rajendra Rajesh Rajinda Rajinder Rajni Rajnish Rajvinder
Rakesh Rakhee Ralf Ralph Ram Ramandeep Rameez Ramesh Ramona Ramsey Ramzan Rana Randal Randolph Randy Rani Ranjan Ranjeet
Ranjit Ranjna Ranulph Raoul Raphael Raquel Rashid Rashida Rashmi Ratna Raul Raveena Ravi Ravinder Ravindra Ray Raymond
Raymund Rayner Raza Razia Rea Reanne Rebecca Rebekah Reece Reena Rees Reg Regan Regina Reginal Reginald Rehan Rehana
Rehman Reiss Rekha Rena Renata Renate Rene Renee Reshma Reuben Rex Reza Rhea Rhiain Rhian Rhiannon Rhoda Rhodri Rhona
Rhonda Rhydian Rhys Ria Riaz Ric Ricardo Riccardo Richard Richenda Richie Rick Ricky Rik Riley Rina Ripal Risha Rishi
Rita Ritchie Ritesh Ritu Riz Rizwan Rob Robbie Robbin Robby Robert Roberta Roberto Robin Robina Robyn Rocco Rochelle Rod
Roderick Rodney Rog Roger Rohan Rohini Rohit Rois Roisin Roland Rolf Rolly Roma Romana Romesh Romilly Romy Ron Rona
Ronald Ronan Ronda Ronke Ronnie Rory Ros Rosalie Rosalind Rosaline Rosalyn Rosamond Rosamund Rosanna Rosanne Rose
Rose-Marie Roseanna Roseanne Roselyn Rosemarie Rosemary Rosetta Rosey Roshan Roshni Rosie Rosina Rosita Roslyn Ross Rosy
Rowan Rowena Rowland Roxanna Roxanne Roxy Roy Roz Roza Rozanne Rozz Ruben Rubina Ruby Rudi Rudolf Rudy Rufus Rui
Rukhsana Rukshana Rumana Rumi Rupa Rupal Rupert Rupinder Ruqayyah Rushda Rushi Russ Russell Ruta Ruth Ruthie Ryan
Ryszard Saad Sabah Sabeena Sabiha Sabina Sabine Sabir Sabrina Sacha Sachin Sadaf Sadia Sadie Sadiq Saeed Saeeda Safa
Saffron Safia Safina Safron Sagar Sahil Sahra Saif Saima Saira Sajid Salah Saleem Saleha Salim Salina Salli Sallie Sally
Sally-Ann Sally-Anne Sallyann Salma Saloni Salvador Salvatore Sam Samad Samantha Samara Sameena Sameer Sami Samia Samina
Samir Samira Sammy Samuel Sana Sanaa Sancha Sandeep Sandhya Sandie Sandip Sandra Sandy Sangeeta Sanjay Sanjeev Sanjiv
Sanna Santa Santiago Santosh Saqib Sara Sarabjit Sarada Sarah Sarah-Jane Saraya Sarbjit Sardar Sarfraz Sargon Sarina
Sarita Sarju Sarwan Sasha Saskia Satbinder Satinder Satish Satnam Satpal Satwant Satya Satyam Saul Savio Savita Scarlet
Scarlett Scott Seamus Sean Seb Sebastian Seema Selena Selim Selina Selma Selwyn Senga Serena Sergei Sergio Seth Seumas
Seun Severine Shaan Shabana Shabbir Shabir Shabnam Shafiq Shafqat Shahed Shaheen Shahid Shahida Shahin Shahnaz Shahzad
Shaid Shaila Shaista Shakeel Shakil Shakila Shakira Shalini Shama Shamas Shamim Shamima Shamini Shamsul Shan Shanaz
Shane Shanel Shani Shania Shannon Shanta Shanti Sharan Sharanjit Sharat Shari Sharif Sharlene Sharmila Sharmin Sharon
Sharron Sharyn Shashi Shaukat Shaun Shauna Shaunagh Shawn Shay Shayne Shazad Shazia Shea Sheba Sheela Sheelagh Sheena
Shehla Sheila Sheilah Shelagh Shelby Sheldon Shelia Shelina Shelley Shelly Sheri Sherif Sherilyn Sherri Sherrie Sherry
Sheryl Sheryll Shilpa Shima Shipra Shira Shireen Shirin Shirley Shiv Shiva Shivani Shoaib Shobha Shobhna Shona Shonagh
Shree Shreya Shri Shubha Shyam Shyla Sian Sibyl Sid Siddharth Sidney Sidra Siegfried Sigrid Silas Silvana Silvester
Silvia Simeon Simi Simon Simona Simone Simran Sinead Siobhan Sita Siân Sobia Sofia Sofie Sohail Sohan Solomon Somaia
Sonal Sonali Sondra Sonia Sonja Sonny Sonya Sophia Sophie Sophy Soraya Spencer Srini Stace Stacey Staci Stacy Stan
Stanislaw Stanley Stanton Stef Stefan Stefania Stefanie Stefano Steff Steffan Steffen Stella Steph Stephan Stephane
Stephanie Stephen Steve Steven Stevie Stew Stewart Stu Stuart Subhash Sudhir Sue Suha Suhail Sujata Sukhbir Sukhdev
Sukhi Sukhjinder Sukhjit Sukhvinder Sukhwinder Suki Sulaiman Suleman Sultan Sultana Sumaira Suman Sumeet Sumitra Sunaina
Sundeep Sunil Sunita Suraj Surajit Suraya Surbhi Surekha Surendra Suresh Surgit Suria Surinder Surjit Surya Susan Susana
Susann Susanna Susanne Sushil Sushma Susi Susie Suzan Suzann Suzanna Suzannah Suzanne Suze Suzette Suzi Suzie Suzy Sven
Svetlana Swapna Swati Sybil Syd Sydney Syed Sylvester Sylvia Sylvie Syma Syreeta Tabassum Tabitha Tahir Tahira Tahmina
Taiwo Taj Tajinder Talat Talha Talia Tallulah Tam Tamara Tamas Tameka Tammy Tamsin Tamzin Tania Tanith Tanja Tansy Tanvi
Tanvir Tanya Tara Tariq Tarlochan Tarn Tarun Taryn Tasha Taslima Tasneem Tatiana Tatjana Taufiq Tawanda Taylor Ted Teddy
Tegan Tehmina Tejal Tejinder Tejpal Temi Tera Terence Teresa Terrance Terrence Terri Terrie Terry Tess Tessa Tessie
Tevfik Thad Thaddeus Thalia Thea Thelma Theo Theodora Theodore Theophilus Theresa Thierry Thom Thomas Thora Tiffany
Tiggy Tilak Tilda Tilly Tim Timmy Timothy Timur Tina Tine Tish Titus Tobi Tobias Tobin Toby Tod Todd Tom Tomas Tomasz
Tommie Tommy Toni Tonia Toniann Tony Tonya Tori Torquil Toyin Tracey Traci Tracie Tracy Tremaine Trevor Tricia Trina
Trish Trisha Tristan Trixie Troy Trudi Trudie Trudy Tui Tulsi Tunde Tushar Tyler Tyrone Tyson Uday Ulrike Uma Umair Umar
Umer Una Ursula Usha Uzair Uzma Vaishali Val Valentina Valentine Valentino Valerie Valmai Vanda Vandana Vanessa Varsha
Vaughan Veena Velma Venetia Venita Vera Verena Verity Verna Vernon Verona Veronica Vibha Vic Vicci Vicente Vick Vicki
Vickie Vicky Victor Victoria Vidya Vijay Vik Vikas Vikesh Vikki Vikram Viktor Viktoria Vilma Vimal Vina Vinay Vince
Vincent Vincenzo Vineet Vinnie Vinny Vinod Viola Violet Violetta Vipin Viral Virinder Vishal Vita Vito Viv Vivek Vivian
Vivianne Vivien Vivienne Vlad Vladimir Volker Wahid Wajid Waldo Walid Wally Walt Walter Wanda Waqar Waqas Warren Waseem
Wasim Wayne Wendy Wes Wesley Whitney Wil Wilbert Wilbur Wilf Wilfred Wilfrid Wilhelm Wilhelmina Will Willa Willard
Willem William Willie Willy Wilma Winifred Winnie Winsome Winston Wojciech Wolfgang Wyn Wynn Wynne Xanthe Xavier Xena
Xenia Yael Yahya Yakub Yana Yann Yannick Yaqub Yaseen Yashpal Yasin Yasir Yasmeen Yasmin Yasmina Yehuda Yemi Yinka
Yogesh Yolanda Yosef Youssef Yuki Yuri Yusef Yusra Yusuf Yves Yvette Yvonna Yvonne Zac Zach Zachariah Zachary Zack Zafar
Zafir Zaheda Zaheer Zahid Zahida Zahir Zahoor Zahra Zaid Zain Zaina Zainab Zak Zaki Zakia Zakir Zaman Zameer Zander Zane
Zara Zarah Zareen Zarina Zeba Zebedee Zeeshan Zelda Zena Zeynep Zia Ziad Zita Zoe Zoey Zofia Zora Zoran Zorina Zoë
Zsofia Zubair Zubeda Zuber Zulfikar Zulfiqar
"""
