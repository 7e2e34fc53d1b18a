/// The words that names are made of, as bytes.
enum NameWords {
    static let space: [UInt8] = [0x20]

    static func list(_ words: String) -> [[UInt8]] { words.split(separator: "|").map { Array($0.utf8) } }

    /// The two halves of names, by `NameMaker.Level`.
    static let pairs: [([[UInt8]], [[UInt8]])] = [
        (list("Better|Safer|Faster|Simpler|One|Shared|Open|Lasting"), list(aims)),
        (
            list("Every team uses|All sites share|Nobody waits for|Half the cost of|More people trust|Clear rules for"),
            list(things)
        ),
        (list("Renew|Introduce|Move|Build|Replace|Extend|Merge|Choose|Roll out|Wind down"), list(things)),
        (list(activities), list(things)),
        (list("Handed over:|In use:|Closed:|Accepted:"), list(things)),
        (list(givenNames), list(familyNames)),
    ]

    static let roles = list("Specialist|Engineer|Nurse|Technician|Planner|Analyst|Clerk|Physician|Buyer|Trainer")
    static let head = Array("Head of team".utf8)
    static let chief = Array("Chief executive".utf8)
    /// Units: the top, and what reports to it.
    static let areas = list("Executive|Medicine|Nursing|Operations|Finance|People|Buildings|Digital|Supply")
    /// What units of a large organisation are split into.
    static let sites = list("North|South|East|West|Centre|Coast|Valley|Campus")
    /// Standing duties; the first is that of managers.
    static let duties = list("Leading the team|Daily operations|On-call service|Support desk|Teaching")
    static let risks = list(
        "The supplier delivers late|Permit appeal|The key engineer resigns|Outbreak closes wards|Cyber incident")
    static let drivers = list("Availability of clinicians|Productivity of building firms|Maturity of the interfaces")
    static let measure = Array("Target reached (%)".utf8)
    static let team = Array(" team ".utf8)

    private static let aims = "care|records|buildings|supply|service|staffing|finance|learning|access|energy"
    private static let activities = """
        Draft|Review|Approve|Procure|Install|Configure|Test|Train staff on|Migrate|Document|Agree on|Measure|Pilot|Clean up
        """
    private static let things = """
        the booking system|the patient index|the ward network|the interface hub|the north entrance|the supply contracts|\
        the duty roster|the training plan|the laboratory line|the archive|the imaging suite|the pharmacy store|\
        the meal service|the alarm system|the cost centres|the help desk|the heating plant|the visitor guide|\
        the data centre|the fleet, cars and vans|the "first day" guide|the quality report|the stock count|\
        the waiting room|the medication list|the operating plan|the sign-on|the backup site
        """
    private static let givenNames = """
        Ada|Bo|Clara|Devika|Esra|Femi|Greta|Hugo|Ines|Jonas|Kofi|Lena|Mara|Nils|Olga|Pia|Ravi|Sana|Tomás|Ute|Vera|Wim|\
        Yusuf|Zoë
        """
    private static let familyNames = """
        Adler|Berg|Costa|Dahl|Egger|Fischer|Gruber|Haas|Ito|Jansen|Keller|Larsen|Moreau|Novak|Okafor|Park|Quist|Rossi|\
        Santos|Thorne|Ueda|Vogel|Weiss|Young|Zeller
        """
}
