"""St. Elsewhere in words: what it wants, by which goals and projects, and who works there."""

# id | name | owner (unit whose head answers for it) | weight | due
INITIATIVES = """
I1 | Digital patient record | Digital | 0.25 | 2028-11-15
I2 | New emergency wing | Operations | 0.25 | 2028-10-10
I3 | Infection control | Quality | 0.15 | 2029-01-31
I4 | Staffing and retention | People | 0.15 | 2028-06-15
I5 | Day surgery | Medicine | 0.12 | 2028-06-30
I6 | Finance renewal | People | 0.08 | 2028-12-31"""

# id | name | kind | measure | missed met exceeded current
GOALS = """
I1
G01 | One complete record for every patient | departmental | Complete records (%) | 60 85 95 47
G02 | Paperless wards | departmental | Wards without paper charts | 4 10 12 0
G03 | Safe electronic medication | departmental | Prescriptions made electronically (%) | 50 80 95 6
G04 | Results within the hour | team | Results shown within 60 minutes (%) | 70 85 92 66
G05 | Staff who master the record | developmental | Staff with the record certificate (%) | 60 85 95 18
I2
G06 | The wing stands | departmental | Floors handed over | 1 3 4 0
G07 | The wing is equipped | departmental | Bays ready for use | 10 16 18 0
G08 | A full emergency team | departmental | Posts filled (%) | 80 92 98 74
G09 | From door to doctor in 15 minutes | team | Patients seen within 15 minutes (%) | 55 75 85 51
G10 | The wing opens | departmental | Trial days passed | 3 5 7 0
I3
G11 | Clean hands | team | Hand hygiene compliance (%) | 70 85 92 76
G12 | Antibiotics with care | departmental | Prescriptions within the guideline (%) | 75 88 94 79.5
G13 | Room to isolate | departmental | Isolation rooms | 6 10 12 6
G14 | Infections seen early | individual | Outbreaks reported within two days (%) | 50 80 95 58
I4
G15 | Fewer vacancies | departmental | Posts filled (%) | 90 95 97 91.5
G16 | Rosters people can plan on | departmental | Rosters published six weeks ahead (%) | 60 85 95 38
G17 | Leaders who keep people | developmental | Ward leaders through the programme | 12 20 24 7
G18 | Healthy at work | departmental | Staff present (%) | 92.5 94 95 93.2
G19 | Childcare places for shift workers | departmental | Places by contract | 10 25 40 0
I5
G20 | Four in ten operations as day cases | departmental | Day cases (%) | 30 40 45 27
G21 | Theatres for day cases | departmental | Day theatres in use | 1 2 3 0
G22 | Patients who would come again | team | Would come again (%) | 80 90 95 84
I6
G23 | Books closed in five days | team | Months closed within five days | 3 6 9 0
G24 | Bills right the first time | team | Bills paid without dispute (%) | 91 95 97 91.8
G25 | Cost per case known | individual | Case groups with a known cost (%) | 40 75 90 22"""

# id | name | kind | team | subject | what it follows: PROJECT end, mid, ss, ff or project (a relation between projects)
PROJECTS = """
G01
P001 | Choose the record system | procure | TM13 | the record system |
P002 | Integration hub | software | TM14 | the integration hub | P001 mid
P003 | Patient index clean-up | data | TM14 | the patient index |
P004 | Core record platform | software | TM13 | the core record | P001 end, P002 mid
P005 | Old records brought over | data | TM14 | the old records | P004 end, P003 project
G02
P006 | Wireless network on all wards | rollout | TM15 | the ward network | P001 mid
P007 | Bedside tablets | procure | TM15 | the bedside tablets | P006 ss
P008 | Nursing documentation | software | TM05 | nursing documentation | P004 mid
P009 | Vital signs at the bedside | software | TM06 | vital signs capture | P004 end, P007 end
P010 | The record comes to the wards | rollout | TM13 | the ward record | P008 end, P007 end, P006 project, P005 mid
G03
P011 | Drug catalogue | data | TM09 | the drug catalogue | P003 mid
P012 | E-prescribing | software | TM09 | e-prescribing | P004 end, P011 end
P013 | Link to the pharmacy robot | software | TM09 | the robot link | P012 mid
P014 | E-prescribing on all wards | rollout | TM09 | e-prescribing on the wards | P012 end, P010 mid, P013 ff
G04
P015 | Laboratory results interface | software | TM08 | laboratory results | P002 mid
P016 | Imaging archive migration | data | TM10 | the image archive | P015 end
P017 | Emergency module of the record | software | TM01 | the emergency module | P004 end
G05
P018 | Training for the record | training | TM23 | the record | P008 end
P019 | Super-user network | process | TM23 | super-user support |
P020 | Working through a system failure | policy | TM15 | system failure | P019 end
I2
G06
P021 | Ground floor of the wing | build | TM17 | the ground floor |
P022 | Upper floor of the wing | build | TM17 | the upper floor | P021 mid
P023 | Helicopter landing deck | build | TM17 | the landing deck | P021 end
P024 | Energy centre | build | TM18 | the energy centre | P021 ss
G07
P025 | Equipment of the trauma bays | procure | TM01 | trauma bay equipment | P021 ss
P026 | Patient monitoring | procure | TM03 | patient monitors | P025 end
P027 | Scanner suite | build | TM10 | the scanner suite | P021 mid, P024 project
G08
P028 | Nurses for the wing | recruit | TM22 | nurses for the wing | P031 end
P029 | Emergency physicians | recruit | TM01 | emergency physicians | P028 mid
P030 | Trauma team training | training | TM01 | trauma teamwork | P028 end, P029 end
G09
P031 | Triage in two minutes | process | TM01 | triage |
P032 | Fast track for minor injuries | process | TM01 | the fast track | P031 end
P033 | Ambulance handover | process | TM01 | ambulance handover | P032 end
G10
P034 | Move and safety plan | policy | TM12 | the move | P021 end
P035 | Trial operation of the wing | process | TM01 | trial operation | P022 end, P027 end, P026 end, P030 end, P034 end
P036 | Opening and move | rollout | TM16 | the new wing | P035 end, P017 end, P023 end
I3
G11
P037 | Dispensers at every bed | process | TM11 | hand hygiene |
P038 | Hand hygiene training | training | TM11 | clean hands | P037 end
G12
P039 | Antibiotic policy | policy | TM11 | reserve antibiotics | P037 mid
P040 | Antibiotic alerts | software | TM09 | antibiotic alerts | P039 end, P012 mid
G13
P041 | Four isolation rooms | build | TM18 | the isolation rooms | P039 mid
P042 | Cleaning contract | procure | TM18 | the cleaning contract | P038 mid
G14
P043 | Outbreak dashboard | software | TM11 | the outbreak dashboard | P015 end
P044 | Screening on admission | process | TM11 | admission screening | P043 end
I4
G15
P045 | Campaign for ward nurses | recruit | TM22 | ward nurses |
P046 | Nurses from abroad | recruit | TM22 | nurses from abroad | P045 end
P047 | Applications in ten minutes | software | TM22 | the application portal | P045 end
G16
P048 | Rules for fair rosters | policy | TM22 | fair rosters | P045 mid
P049 | Choose the roster system | procure | TM22 | the roster system | P048 mid
P050 | Roster system | software | TM22 | the roster system | P049 end, P048 end
P051 | New rosters on all wards | rollout | TM05 | the new rosters | P050 end
G17
P052 | Programme for ward leaders | training | TM23 | leading a ward | P048 mid
P053 | Listening to those who leave | process | TM22 | exit interviews | P052 end
G18
P054 | Back care at the bedside | training | TM06 | back care | P053 end
P055 | Rest rooms for night shifts | build | TM18 | the rest rooms | P048 end
I5
G20
P056 | Cataract pathway | process | TM07 | the cataract pathway |
P057 | Hernia pathway | process | TM02 | the hernia pathway | P056 end
P058 | Knee arthroscopy pathway | process | TM02 | the knee pathway | P057 end
P059 | Pre-assessment clinic | process | TM03 | pre-assessment | P057 mid
G21
P060 | Two day theatres | build | TM17 | the day theatres | P056 mid
P061 | Instruments for day theatres | procure | TM02 | the instruments | P060 mid
P062 | Theatre scheduling | software | TM02 | theatre scheduling | P004 mid
P063 | Recovery lounge | build | TM17 | the recovery lounge | P060 end
G22
P064 | Patient app | software | TM07 | the patient app | P062 mid
P065 | Call on the evening after | process | TM07 | the evening call | P059 end
P066 | The day unit opens | rollout | TM07 | the day unit | P063 end, P061 end, P062 end, P059 end
I6
G23
P067 | Choose the ledger | procure | TM19 | the ledger |
P068 | New general ledger | software | TM20 | the new ledger | P067 end, P069 mid
P069 | Chart of accounts | data | TM20 | the chart of accounts |
P070 | Fast close | process | TM20 | the monthly close | P068 end
P071 | Register of assets | data | TM20 | the asset register | P069 mid
G24
P072 | Quality of coding | process | TM21 | case coding | P067 mid
P073 | Billing system | software | TM21 | the billing system | P068 end, P072 end
P074 | Disputes with insurers | policy | TM21 | bill disputes | P072 end
P075 | Tariff tables | data | TM21 | the tariff tables | P074 end
G25
P076 | Cost model | data | TM21 | the cost model | P075 mid
P077 | Cost reports for departments | software | TM21 | the cost reports | P076 end, P068 end
P078 | Budget talks with departments | process | TM21 | the budget talks | P070 mid
P079 | Finance for clinicians | training | TM20 | clinic finance | P078 end

P080 | New look for the intranet | software | TM14 | the intranet |
P081 | Anniversary book | policy | TM12 | the anniversary book |
P082 | Car park barriers | procure | TM18 | the car park barriers |
P083 | Art in the corridors | process | TM16 | corridor art | P081 mid
G22
P084 | Volunteers who keep patients company | none | TM07 | volunteers |"""

# id | name | unit | people: the head first, then role * count
TEAMS = """
TM01 | Emergency department | Medicine | doctor*4 nurse*4
TM02 | Surgery and theatres | Medicine | doctor*4 nurse*3
TM03 | Anaesthesia and recovery | Medicine | doctor*3 nurse*3
TM04 | Internal medicine | Medicine | doctor*4 nurse*2
TM05 | Ward nursing North | Nursing | nurse*6 chaplain*1
TM06 | Ward nursing South | Nursing | nurse*7 clerk*1
TM07 | Day clinic | Nursing | nurse*4 doctor*2
TM08 | Laboratory | Medicine | lab*5 courier*1
TM09 | Pharmacy | Medicine | pharmacist*6
TM10 | Imaging | Medicine | radiographer*5
TM11 | Infection control | Quality | infection*5
TM12 | Quality and patient safety | Quality | quality*5
TM13 | Clinical applications | Digital | analyst*4 developer*5
TM14 | Integration and data | Digital | integrator*3 data*4
TM15 | IT operations | Digital | ops*7
TM16 | Project office | Operations | planner*6
TM17 | Building projects | Operations | engineer*7
TM18 | Facilities | Operations | technician*4 porter*2
TM19 | Procurement | Finance | buyer*5
TM20 | Accounting | Finance | accountant*6
TM21 | Controlling and billing | Finance | controller*5
TM22 | Recruitment and staff services | People | hr*5
TM23 | Learning centre | People | trainer*5
TM24 | Legal and data protection | Operations | legal*4"""

ROLES = {
    "doctor": "Physician", "nurse": "Nurse", "chaplain": "Chaplain", "clerk": "Ward clerk", "courier": "Courier",
    "lab": "Laboratory scientist", "pharmacist": "Pharmacist", "radiographer": "Radiographer",
    "infection": "Infection control nurse", "quality": "Quality officer", "analyst": "Business analyst",
    "developer": "Software developer", "integrator": "Integration engineer", "data": "Data steward",
    "ops": "System administrator", "planner": "Project planner", "engineer": "Building engineer",
    "technician": "Technician", "porter": "Porter", "buyer": "Buyer", "accountant": "Accountant",
    "controller": "Controller", "hr": "HR adviser", "trainer": "Trainer", "legal": "Lawyer",
}

HEADS = (("Medicine", "Chief medical officer"), ("Nursing", "Chief nursing officer"),
         ("Operations", "Chief operating officer"), ("Digital", "Chief information officer"),
         ("Quality", "Director of quality"), ("People", "Director of people"), ("Finance", "Director of finance"),
         ("Executive", "Secretary to the board"))

# Standing duties: role -> (duty, least and most tenths of the person's time)
DUTIES = {
    "doctor": ("Ward rounds and clinics", 5, 7), "nurse": ("Care on the ward", 4, 7), "lab": ("Routine analyses", 4, 6),
    "pharmacist": ("Dispensing", 3, 6), "radiographer": ("Routine imaging", 4, 6), "infection": ("Ward visits", 2, 4),
    "quality": ("Incident desk", 1, 4), "ops": ("Service desk and on-call", 2, 4), "technician": ("Repairs", 1, 3),
    "accountant": ("Monthly close", 3, 5), "controller": ("Monthly report", 2, 4), "hr": ("Staff enquiries", 2, 4),
    "buyer": ("Daily orders", 2, 4), "developer": ("Maintenance of running systems", 1, 2),
    "integrator": ("Watch over interfaces", 2, 3), "lead": ("Leading the team", 4, 6),
    "porter": ("Patient transport", 9, 10),
    "chaplain": ("Pastoral care", 9, 10), "courier": ("Sample rounds", 9, 10), "clerk": ("Ward reception", 9, 10),
}

# Duties that serve a goal of the plan, the others serve none.
DUTY_GOALS = {"infection": "G11", "quality": "G09", "hr": "G15"}

# How much longer work takes than its estimate, for teams where it is not the usual 1.06.
TEAM_PACE = {"TM02": 1.18, "TM13": 1.2, "TM14": 1.38, "TM15": 1.12, "TM17": 1.3, "TM18": 1.22, "TM22": 0.98,
             "TM19": 1.0, "TM20": 0.97, "TM21": 1.02, "TM24": 1.25}

# Share of due check-ins that are held, for managers of these teams; elsewhere 0.92. TM21 keeps no record at all.
CHECKIN_HABIT = {"TM06": 0.15, "TM17": 0.3, "TM14": 0.45, "TM02": 0.6, "TM21": None}

RANGES = {"routine": (0.9, 1.0, 1.3), "novel": (0.8, 1.0, 2.0), "clinical": (0.85, 1.0, 1.5),
          "building": (0.9, 1.0, 1.6), "approval": (0.7, 1.0, 2.5)}

KIND_CLASS = {"software": "novel", "procure": "approval", "data": "novel", "build": "building", "process": "clinical",
              "training": "routine", "rollout": "clinical", "policy": "approval", "recruit": "routine"}

# id | name | kind | probability | factors | projects or kinds touched | share of their open tasks | factor | delay
RISKS = """
R01 | The record supplier delivers late | risk | 0.35 | | P008 P009 P012 P017 | 0.25 | | 10d
R02 | Contaminated soil under the wing | risk | 0.15 | | P022 P023 | 0.2 | | 15d
R03 | Permit appeal by neighbours | risk | 0.2 | | P023 P060 | 0.1 | | 20d
R04 | Winter outbreak closes wards | risk | 0.3 | | P010 P035 P044 P051 | 0.3 | 1.4 |
R05 | The second integration engineer resigns | risk | 0.25 | 1.1 1.3 1.8 | P008 P012 P050 P073 | 0.3 | |
R06 | Insurers change the tariff rules | risk | 0.4 | | P073 P075 P076 | 0.4 | 1.25 |
R07 | Cyber incident freezes changes | risk | 0.05 | | P010 P014 P036 | 0.15 | | 15d
R08 | Availability of clinicians | driver | 1 | 0.95 1 1.3 | process rollout | 0.5 | |
R09 | Productivity of building firms | driver | 1 | 0.9 1.05 1.35 | build | 0.6 | |
R10 | Maturity of the interfaces | driver | 1 | 0.9 1 1.4 | software | 0.35 | |"""

# Projects and (by letter of the template) tasks that also serve another goal or initiative: from | to | weight
LINKS = """
P017 | G09 | 0.5
P043 | G04 | 0.3
P040 | G03 | 0.5
P062 | I1 | 0.25
P041 | G06 | 0.2
P028 | G15 | 0.6
P019 | G17 | 0.25
P050 | I1 | 0.2
P038 | G18 | 0.3
P002/f | G14 | 0.5
P015/i | G14 | 0.3
P021/k | G13 | 0.4
P022/o | I3 | 0.5
P010/e | G18 | 0.2
P064/a | G20 | 0.5"""

# Work found to be needed after the plan was approved: project/letter it follows, letter it precedes, name, who, days
ADDED = """
P002/i j | Second interface for the blood bank | integrator | 7
P003/d g | Merge the records of the former city clinic | data | 9
P004/i j | Penetration test of the core record | ops | 6
P004/k n | Accessibility corrections to the core record | developer | 5
P008/c e | Templates for the stroke unit | analyst | 6
P010/f g | Extra rehearsal with the night shift | home | 3
P012/e i | Dose rules for children | developer | 8
P016/d g | Films from before 2009 | data | 6
P021/g h | Remove an old oil tank | technician | 9
P021/p q | Second fire inspection of the ground floor | quality | 3
P022/b d | Widen the lift shaft on the plans | engineer | 5
P027/m n | Radiation shielding after review | technician | 7
P035/i j | Table-top exercise with the fire brigade | home | 2
P050/e i | Rules for on-call doctors | developer | 6
P057/h j | Consent form in five languages | quality | 4
P060/k p | Larger filter for the day theatres | technician | 6
P062/f i | Interface to the instrument store | integrator | 6
P068/e i | Reports for the owners' council | developer | 4
P073/e i | New electronic bill format | developer | 9"""

# Work that belongs to no project: name | who | days
LOOSE = """
Sort the cellar archive | quality | 6
Compare coffee suppliers | buyer | 3
Count all wheelchairs | technician | 4
Write a speech for the mayor | planner | 2
Own spreadsheet for overtime | controller | 8
Script to rename scanned letters | integrator | 9
Photo wall of the board | trainer | 3
Test drive of electric cars | engineer | 4
Survey on canteen opening hours | hr | 5
Statistics for a conference talk | data | 7
Prototype of a chat assistant | developer | 12
Label the key cabinet | technician | 2"""

FIRST_NAMES = """Amara Björn Chiara Dmitri Elif Farid Grace Hiroshi Ines Jamal Katarzyna Liam Mei Nikhil Olga Pedro Qadir Rosa
Samuel Tereza Uchenna Vera Wei Ximena Yusuf Zoë Adaeze Benedikt Carmen Devika Emil Fatima Goran Hanna Ibrahim
Jana Kwame Leila Marek Noor Otto Priya Rasmus Sofia Tomás Ursula Viktor Wanjiru Yara Zoltán Aiko Bashir Clara
David Esra Florian Giulia Hassan Irina Joseph Kerstin Luca Maria Nadia Oskar Petra Ravi Selin Theo Valentina""".split()

LAST_NAMES = """Abebe Andersson Bakker Bianchi Çelik Chen Costa Demir Diallo Dvořák Eriksen Fernández Fischer García Goldberg
Haddad Hansen Hoang Horvat Ivanova Jansen Kaya Kim Kovács Kowalski Kumar Larsen Lindqvist Lopes Mbeki Meyer
Mensah Moreau Müller Nagy Nakamura Ndiaye Nguyen Novak O'Brien Okafor Okoye Öztürk Papadopoulos Park Patel
Petrov Popescu Ramírez Rossi Saito Santos Schneider Sharma Silva Singh Sokolova Suzuki Tanaka Tran Vargas
Virtanen Wagner Walker Weber Wójcik Yilmaz Zhang Zielińska Zimmermann""".split()
