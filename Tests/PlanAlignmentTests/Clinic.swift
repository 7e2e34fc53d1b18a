import TestSupport

/// A plan of twenty elements, small enough to be worked by hand: 3 initiatives, 4 goals, 5 projects, 8 tasks, links on every level, part-time people.
///
/// It is Monday 11 January 2027, a week after the start. A day has 480 minutes. Minutes of effort left:
///
///     T1  5 days of effort (2400), 4 of 10 days left       2400 × 1920 / 4800 =  960   Bob
///     T2  5 days, Ann full time and Bob half               2400 × 1.5         = 3600   Ann 2400, Bob 1200
///     T3  3 days, Cyd with all of her 0.8                  1440 × 0.8         = 1152   Cyd
///     T4  2 days, nobody                                    960 × 1           =  960   nobody
///     T5  4 days, two of team M                            1920 × 2           = 3840   M
///     T6  1 day, Gus                                        480 × 1           =  480   Gus
///     T7  1 day, Cyd with 0.25                              480 × 0.25        =  120   Cyd
///     T8  finished                                                                0
///                                                                      in all 11112
enum Clinic {
    static let texts = PlanTexts([
        "plan.yaml": "name: Clinic\nepoch: 2027-01-04T08:00\ndataDate: 2027-01-11T08:00\n",
        "initiatives.csv":
            "id,name,owner,weight,due\nI1,One,ann,0.5,2027-06-30\nI2,Two,ida,0.3,2027-06-30\nI3,Three,ann,0.2,\n",
        "goals.csv":
            "id,name,initiative,owner,due\nG1,Goal,I1,ann,2027-05-31\nG2,Goal,I2,bob,2027-05-31\nG3,Goal,,cyd,2027-05-31\n"
            + "G4,Goal,I3,ann,2027-05-31\n",
        "projects.csv":
            "id,name,goal,owner,due\nP1,Project,G1,ann,2027-04-30\nP2,Project,G2,dee,2027-04-30\nP3,Project,G3,eve,2027-04-30\n"
            + "P4,Project,,gus,2027-04-30\nP5,Project,G1,,2027-04-30\n",
        "tasks.csv": """
        id,name,project,owner,due,duration,effort,remaining,actual_start,actual_finish
        T1,Write,P1,,2027-01-15,10d,5d,4d,2027-01-04T08:00,
        T2,Build,P1,,2027-01-15,5d,,,,
        T3,Test,P2,,2027-01-15,3d,,,,
        T4,Teach,P2,,2027-01-15,2d,,,,
        T5,Move,P3,,2027-01-15,4d,,,,
        T6,T6,P4,,,1d,,,,
        T7,Watch,,,2027-01-15,1d,,,,
        T8,Plan,,bob,,1d,,,2027-01-04T08:00,2027-01-04T17:00

        """,
        "links.csv": "from,to,weight\nP1,I2,0.5\nP3,I3,\nG2,G1,0.25\nT7,G2,1\nT7,I3,2\nI1,I3,0.1\n",
        "people.csv": """
        id,name,manager,unit,team,fte,start,end
        ann,Ann,cyd,Care,,1,,
        bob,Bob,cyd,Care,,0.5,,
        cyd,Cyd,max,Lab,,0.8,,
        dee,Dee,max,Lab,,1,,2027-01-08
        eve,Eve,max,Lab,,1,2027-02-01,
        max,Max,,,,1,,
        fay,Fay,,,,1,,
        gus,Gus,max,Lab,,1,,
        hal,Hal,,Ops,M,1,,
        ida,Ida,,People and culture,,1,,
        joe,Joe,,,,1,,

        """,
        "teams.csv": "id,name,unit,capacity\nM,Movers,Ops,4\n",
        "assignments.csv":
            "task,person,team,units\nT1,bob,,0.5\nT2,ann,,1\nT2,bob,,0.5\nT3,cyd,,\nT5,,M,2\nT6,gus,,1\nT7,cyd,,0.25\nT8,bob,,1\n",
        "responsibilities.csv":
            "person,name,share,goal\nann,Rounds,0.8,\nfay,Desk,0.5,\nida,Advice,0.5,G1\njoe,Advice,0.5,G3\n",
    ])
}
