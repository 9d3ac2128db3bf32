"""Given names, surnames and nicknames common in England, each list from the commonest name down.

Names are grouped by where they come from, because given name and surname go together. Common names are nobody's own;
who carries which is drawn.
"""

GIVEN = {
    ("british", "m"): """
        David John Paul Michael Andrew Peter Stephen Mark Richard Christopher Robert Ian Simon James Anthony Martin
        William Jonathan Philip Thomas Matthew Kevin Alan Graham Keith Neil Nigel Nicholas Steven Timothy Adam Daniel
        Benjamin Roger Geoffrey Brian Colin Stuart Gary Robin Jeremy Barry Trevor Charles Edward George Alexander Derek
        Duncan Raymond Roy Kenneth Dennis Ronald Terence Malcolm Adrian Julian Gordon Samuel Joseph Luke Craig Darren
        Lee Jason Wayne Russell Clive Howard Leslie Norman Douglas Frederick Gerald Donald Ross Ryan Scott Dean Karl
        Guy Giles Oliver Henry Harry Jack Joshua Jamie Toby Rupert Alastair Angus Callum Ewan Fraser Gavin Hamish
        Malachi Lewis Nathan Dominic Gregory Vincent Maurice Laurence Leonard Stanley Bernard Bruce Crispin Piers
    """,
    ("british", "f"): """
        Susan Sarah Helen Margaret Karen Jane Julie Elizabeth Christine Jacqueline Alison Catherine Linda Patricia
        Deborah Sally Angela Ann Mary Janet Amanda Nicola Joanne Claire Lisa Emma Rachel Rebecca Victoria Tracey Sharon
        Michelle Louise Jennifer Katherine Anne Caroline Fiona Gillian Judith Barbara Carol Diane Lesley Wendy Heather
        Hilary Kathryn Lynne Lorraine Maureen Pamela Pauline Rosemary Ruth Sandra Sheila Teresa Valerie Yvonne Dawn
        Donna Hannah Laura Charlotte Gemma Kelly Samantha Natalie Stephanie Kate Philippa Penelope Frances Beverley
        Clare Tina Melanie Zoe Holly Lucy Alice Jessica Emily Sophie Abigail Eleanor Olivia Amy Kirsty Morag Isla
        Hazel Joyce Jean Doreen Brenda Marion Eileen Sylvia Josephine Suzanne Tamsin Harriet Imogen Bridget Cordelia
    """,
    ("welsh", "m"): "Gareth Huw Rhys Dylan Gethin Alun Emyr Hywel Geraint Ieuan Owain Iwan Glyn Gwyn Dafydd Aled Bryn",
    ("welsh", "f"): "Sian Bethan Rhian Carys Cerys Nia Angharad Lowri Catrin Eleri Gwen Mair Delyth Ffion Glenys Menna",
    ("irish", "m"): """
        Patrick Sean Brendan Declan Kieran Eamonn Dermot Liam Niall Conor Aidan Fergus Cormac Donal Gerard Eugene
        Colm Ciaran Desmond Finbar Padraig Rory
    """,
    ("irish", "f"): """
        Siobhan Maeve Niamh Aoife Deirdre Sinead Bernadette Grainne Orla Roisin Noreen Eithne Geraldine Una Ciara
        Mairead Nuala Caitlin Dympna Assumpta
    """,
    ("muslim", "m"): """
        Mohammed Ahmed Imran Tariq Asif Khalid Shahid Nadeem Javed Rashid Abdul Iqbal Faisal Hassan Usman Bilal Yusuf
        Zahid Naveed Arif Amjad Kashif Saeed Waseem Hamza Ibrahim Omar Salim
    """,
    ("muslim", "f"): """
        Fatima Ayesha Shazia Nasreen Rukhsana Saima Farzana Samina Zainab Tahira Yasmin Noreen Shabana Khadija Amina
        Sadia Parveen Rehana Salma Maryam Nazia Iram
    """,
    ("indian", "m"): """
        Rajesh Sanjay Vijay Anil Sunil Ashok Kishor Manoj Harjit Gurpreet Balbir Jaswinder Ramesh Dilip Bharat Mukesh
        Nitin Pravin Surinder Kulwant Deepak Amit Rohit Hitesh Jagdish Mahendra
    """,
    ("indian", "f"): """
        Meena Anita Sunita Rekha Priya Harpreet Manjit Sukhwinder Kavita Nisha Hema Jaya Bhavna Daksha Parminder Ranjit
        Sangita Usha Pooja Deepa Rupal Jasvinder
    """,
    ("polish", "m"): "Piotr Krzysztof Andrzej Tomasz Marek Pawel Marcin Michal Jakub Lukasz Wojciech Adam Zbigniew Jan",
    ("polish", "f"): "Anna Katarzyna Agnieszka Malgorzata Ewa Magdalena Joanna Monika Barbara Dorota Beata Iwona Zofia",
    ("african", "m"): """
        Emmanuel Samuel Kwame Kofi Chidi Emeka Tunde Segun Olu Femi Winston Delroy Errol Leroy Tendai Tafadzwa Kwabena
        Babatunde Ikenna Marlon
    """,
    ("african", "f"): """
        Grace Blessing Ngozi Funmi Abena Akosua Yaa Chioma Folake Patience Marcia Beverly Sonia Claudette Rudo Tendayi
        Adaeze Ama Comfort Yetunde
    """,
    ("chinese", "m"): "Wei Ming Kin Chun Jun Kai Wing Hon Siu Tak",
    ("chinese", "f"): "Mei Ling Xin Yan Hui Lai Fong Suk Yuk Jia",
}

SURNAMES = {
    "british": """
        Smith Taylor Brown Wilson Williams Johnson Davies Jones Robinson Wright Thompson Evans Walker White Roberts
        Green Hall Wood Jackson Clarke Thomas Turner Hill Cooper Harris Ward Martin Lewis Harrison Clark Morris Baker
        Edwards Hughes King Scott Moore Parker Morgan Allen James Bennett Phillips Lee Watson Cook Carter Young Shaw
        Richardson Bell Collins Adams Anderson Bailey Mitchell Marshall Price Cox Griffiths Simpson Richards Wilkinson
        Webb Campbell Stevens Mason Hunt Rogers Chapman Gray Palmer Holmes Mills Knight Ellis Barker Matthews Lloyd
        Stewart Dixon Foster Fisher Rose Powell Butler Reynolds Pearson Jenkins Walsh West Barnes Harvey Fox Russell
        Fletcher Murray Brooks Andrews Howard Ford Hudson Graham Elliott Reid Ross Armstrong Atkinson Saunders Dawson
        Hart Cole Lawrence Spencer Payne Burton Stone Watts Berry Grant Wells Gibson Hamilton Gardner Bradley Lane
        Hawkins Carr Robertson Hayes Newman Perkins Nicholson Day Dean Cooke Burns Williamson Bishop May Cunningham
        Riley Perry Lowe Ball Francis Rowe Jordan Carpenter Bird Booth Page Barrett Warren Lambert Hammond Harper
        George Stephenson Woods Curtis Parsons Sutton Gregory Baxter Cross Goodwin Rees Barton Hopkins Marsh Parry
        Newton Moss Harding Chambers Simmons Wheeler Bates Poole Sharp Wade Cartwright Oliver Nash Arnold Blake
        Hutchinson Porter Hodgson Fuller Hewitt Higgins Bond Thornton Stephens Miles Long Kemp Bull Osborne Burgess
        Watkins Franklin Norris Kent Bryant Abbott Field Rice Archer Austin Bolton Bartlett Read Hunter Coleman Holland
        Freeman Tucker Norton Hancock Hobbs Dyer Townsend Lynch Glover Slater Lord Gill Walters Banks Yates Potter
        Pritchard Humphreys Davey Heath Barnett Howe Finch Whitehead Leach Swift Ashton Chadwick Frost Savage
        Peters Todd Wallis Lucas Sykes Preston Hope Daniels Hurst Thorpe Woodward Mann Rhodes Chandler Storey Nixon
        Bowen Dale Flynn Kirk Reeves Farmer Weston Allan Hilton Barlow Buckley Holden Pickering Skinner Middleton
        Vaughan Waters Cameron Greenwood Haynes Vincent Horton Ingram Bentley Stanley Fowler Gibbs Bowden Hicks
        Wilkins Coates Griffin Godfrey Jarvis Steele Sanders Tyler Gough Pearce Lamb Birch Bray Whittaker Crawford
        Ferguson Henderson Kerr Wallace Kay Lawson Elliot Duncan Christie Muir Paterson Sinclair Sutherland
        Mackenzie Macdonald Mackay Maclean Munro Ritchie Rankin Laird Logan Innes Forsyth Drummond Buchanan Cairns
        Holt Gilbert Iveson Jeffery Kershaw Kitchen Lancaster Langley Leigh Lister Lockwood Lomax Mellor Metcalfe
        Milner Naylor Nelson Nuttall Ogden Openshaw Ormerod Parkin Parkinson Pickles Pollard Proctor Ramsden Rawson
        Redfern Ridley Rigby Robson Rushton Salter Schofield Seddon Sewell Sheldon Shepherd Siddall Singleton Southern
        Speight Stafford Stokes Stott Sugden Sumner Swain Swann Tate Tattersall Tempest Thwaite Tomlinson Towers Trott
        Turnbull Unsworth Varley Wainwright Walton Waterhouse Watt Welch Wharton Whitfield Whitworth Wilcox Wild Winter
        Wolstenholme Worrall Wray Wyatt Yeomans Addison Ainsworth Aldridge Appleby Ashworth Aspinall Atherton Bagshaw
        Bainbridge Bannister Barber Barron Batty Beaumont Beckett Bellamy Benson Berridge Bingham Birkett Blackburn
        Bloomfield Bonner Bostock Bower Bradbury Bradshaw Bramley Brewer Briggs Broadbent Bromley Brook Burrows
        Butterworth Calvert Cannon Cawthorne Charlton Chester Clayton Clements Clifford Conway Copeland Cowley
        Crabtree Craven Cresswell Croft Crosby Crossley Crowther Dalton Darby Denham Dent Dickinson Dobson Dodd Drake
        Draper Duckworth Dunn Eastwood Eaton Eccles Emery Etherington Fairclough Farrell Farrington Fawcett Fenton
        Firth Flint Foxton Gale Garner Garside Gaunt Gledhill Goddard Gorman Greaves Gregson Grimshaw Hadley Haigh
        Hallam Halliday Hampson Hardcastle Hargreaves Harland Hartley Haslam Heaton Hebden Helliwell Hepworth Herbert
        Heywood Hindle Hirst Hoyle Huddleston Illingworth Ingham Isherwood Jagger Jessop Jowett Kaye Kelsall Lacey
        Lambeth Batchelor Bickerton Bolger Bulger Connell Connelly Cotterill Dunkley Everitt Gamble Garfield Gunn Hames
        Hubbard Inglis Kettle Larkin Measures Orton Pegg Quincey Rimmer Sibson Toon Underwood Vickers Wardle Yarnell
    """,
    "welsh": """
        Jones Williams Davies Evans Thomas Roberts Lewis Hughes Morgan Griffiths Edwards Owen James Rees Price Jenkins
        Powell Lloyd Phillips Bevan Probert Pugh Gwynne Howells Llewellyn Meredith Prosser Bowen Parry Vaughan Mostyn
    """,
    "irish": """
        Murphy Kelly Walsh Ryan Byrne Connor Sullivan Doyle McCarthy Gallagher Doherty Kennedy Lynch Quinn Moore Daly
        Connolly Connell Connelly Dunne Brennan Burke Collins Clarke Hughes Farrell Fitzgerald Brady Nolan Keane Healy
        Sheehan Maguire Sweeney Hogan Flanagan Kavanagh McGrath McDonagh McLoughlin McGuinness McKenna Duffy Foley
        Power Whelan Cullen Regan Rooney Tierney O'Brien O'Connor O'Neill O'Reilly O'Donnell O'Sullivan O'Hara
    """,
    "muslim": """
        Khan Ahmed Hussain Ali Begum Akhtar Malik Iqbal Mahmood Hassan Patel Rahman Islam Mohammed Shah Mirza Sheikh
        Bibi Aziz Butt Chaudhry Qureshi Raja Saeed Yusuf Rashid Miah Uddin Choudhury Hussein Anwar Ashraf Aslam Bashir
        Farooq Ghani Hanif Javed Latif Nawaz
    """,
    "indian": """
        Patel Singh Kaur Shah Sharma Mistry Gill Kumar Chauhan Desai Parmar Joshi Mehta Sandhu Dhillon Sidhu Solanki
        Rai Lad Thakor Modi Gupta Bhatt Amin Kapoor Chohan Pandya Gandhi Trivedi Bains Grewal Johal Mann Sahota Virdee
        Vyas Nair Reddy Rao Iyer
    """,
    "polish": """
        Nowak Kowalski Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Wozniak Dabrowski Kozlowski Jankowski
        Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Pawlowski Michalski Nowicki Adamczyk Dudek Wieczorek Jablonski
    """,
    "african": """
        Okafor Mensah Adeyemi Boateng Owusu Okonkwo Adebayo Asante Moyo Ndlovu Ncube Osei Eze Agyeman Balogun Ogunleye
        Amoah Sesay Kamara Bangura Appiah Oyelaran Nwosu Bello Campbell Francis Grant Gordon Reid Bailey Clarke Morrison
    """,
    "chinese": "Chan Wong Cheung Lee Li Wang Zhang Chen Liu Lam Tang Ng Leung Ho Yip Tsang",
}

# Rarer English surnames are made of a stem and an ending, as many were once made of places.
STEMS = """
    Acker Ald Apple Ash Bark Bass Bex Birken Black Bram Brock Brom Cald Chat Cob Cran Dar Den Dun East El Far Fen Fern
    Gar Gold Grim Had Hal Har Has Hather Haver Hep Hol Hun Ing Kim Kirk Lang Lath Lin Lock Mal Mar Mid Nether Nor Oak
    Old Os Pem Pen Pick Rad Raven Red Roth Rush Salt Scar Sel Shel Silver Stan Stock Sud Swin Tam Ther Thorn Til Tun Up
    Wake Wal Wel West Whit Wil Win Wood Wych
"""
ENDINGS = """
    bourne bridge brook burn bury by combe cote croft dale den field ford gate ham head hurst ley low man mere more
    ridge shaw stead stone thwaite ton wall well wick wood worth
"""

# How many people in a hundred carry a name of each origin, in the made-up county's offices.
ORIGINS = {"british": 84, "welsh": 3, "irish": 3, "muslim": 4, "indian": 3, "polish": 1, "african": 1.5, "chinese": 0.5}

NICKNAMES = """
    Andrew: Andy Drew; Anthony: Tony; Alexander: Alex Sandy; Alan: Al; Benjamin: Ben; Bernard: Bernie; Charles: Charlie;
    Christopher: Chris; Daniel: Dan Danny; David: Dave; Dennis: Den; Derek: Del; Dominic: Dom; Donald: Don;
    Douglas: Doug; Edward: Ed Eddie Ted; Frederick: Fred; Geoffrey: Geoff; Gerald: Gerry; Gerard: Gerry; Gregory: Greg;
    Henry: Harry; James: Jim Jimmy Jamie; Jonathan: Jon Jonny; John: Jack; Joseph: Joe; Joshua: Josh; Kenneth: Ken;
    Laurence: Larry; Leonard: Len; Leslie: Les; Malcolm: Mal; Matthew: Matt; Michael: Mike Mick; Nathan: Nat;
    Nicholas: Nick; Nigel: Nige; Norman: Norm; Oliver: Ollie; Patrick: Pat Paddy; Peter: Pete; Philip: Phil;
    Raymond: Ray; Richard: Rick Dick; Robert: Rob Bob; Robin: Rob; Roger: Rog; Ronald: Ron; Russell: Russ; Samuel: Sam;
    Simon: Si; Stanley: Stan; Stephen: Steve; Steven: Steve; Stuart: Stu; Terence: Terry; Thomas: Tom; Timothy: Tim;
    Trevor: Trev; Vincent: Vince; William: Will Bill; Abigail: Abi; Amanda: Mandy; Barbara: Barb; Beverley: Bev;
    Catherine: Cath Cathy; Charlotte: Charlie; Christine: Chris Chrissie; Deborah: Deb Debbie; Diane: Di;
    Eleanor: Ellie; Elizabeth: Liz Beth Lizzie; Emily: Em; Frances: Fran; Gillian: Gill; Jacqueline: Jackie;
    Jane: Janie; Janet: Jan; Jennifer: Jen Jenny; Jessica: Jess; Joanne: Jo; Josephine: Jo; Judith: Judy;
    Katherine: Kathy Kate; Kathryn: Kath; Lesley: Les; Lorraine: Lori; Louise: Lou; Lucy: Lu; Lynne: Lyn;
    Margaret: Maggie Meg; Maureen: Mo; Melanie: Mel; Natalie: Nat; Nicola: Nicky; Olivia: Liv; Pamela: Pam;
    Patricia: Pat Tricia Trish; Penelope: Penny; Philippa: Pippa; Rebecca: Becky; Rosemary: Rose; Samantha: Sam;
    Sandra: Sandy; Sarah: Sally; Stephanie: Steph; Susan: Sue; Suzanne: Sue; Teresa: Terri; Tracey: Trace;
    Valerie: Val; Victoria: Vicky Vicki; Yvonne: Eve; Mohammed: Mo; Rajesh: Raj; Sanjay: San; Gurpreet: Guri;
    Krzysztof: Kris; Tomasz: Tom; Agnieszka: Aga; Katarzyna: Kasia; Malgorzata: Gosia; Emmanuel: Manny; Babatunde: Tunde
"""
