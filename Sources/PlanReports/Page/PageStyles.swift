/// The style sheet of a page: it is part of the page, and the page's policy admits no other by its digest.
enum PageStyles {
    /// The rules; they hold nothing of a plan.
    static let sheet: String =
        base + light + "@media screen and (prefers-color-scheme:dark){" + dark + "}" + screens + ChartStyles.rules

    /// The SHA-256 digest of `sheet` in base 64; a test makes sure of it.
    static let digest = "HoGGZuU+m9nsCunlL8Bl0ffuFDIm1qPOcVpn7H1H7sw="

    private static let base = """
        :root{color-scheme:light dark}*{box-sizing:border-box}body{margin:0;font:16px/1.5 \(ChartStyles.faces)}\
        main,header,footer{max-width:800px;margin:0 auto;padding:0 20px}header{padding-top:28px}footer{padding-bottom:40px}\
        h1{font-size:17px;font-weight:600;margin:0}h2{font-size:25px;line-height:1.25;margin:52px 0 6px;padding-top:14px;border-top:3px solid}\
        h3{font-size:18px;line-height:1.35;margin:30px 0 6px}h4{font-size:16px;margin:24px 0 4px}p{margin:8px 0;max-width:72ch}\
        .lead{font-size:23px;line-height:1.35;font-weight:600;margin:14px 0;max-width:none}.small,figcaption,footer{font-size:14px}\
        h1,h2,h3,h4,p,li,td,th,dd,dt,summary,figcaption{overflow-wrap:anywhere}\
        .tiles{list-style:none;margin:22px 0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(138px,1fr));gap:12px}\
        .tiles li{border:1px solid;border-radius:8px;padding:10px 14px}.tiles strong{display:block;font-size:25px;line-height:1.25}\
        .tiles span{font-size:14px;line-height:1.35;display:block}figure{margin:14px 0 20px}figcaption{margin-top:4px}\
        svg{display:block;max-width:100%;height:auto}.narrow{display:none}\
        details{margin:6px 0}summary{cursor:pointer;font-size:14px}\
        .scrolls{overflow-x:auto;margin:8px 0}table{border-collapse:collapse;font-size:14px;line-height:1.35}\
        th,td{text-align:left;vertical-align:top;padding:4px 14px 4px 0;border-bottom:1px solid;min-width:3.2em}th{font-weight:600}\
        td{overflow-wrap:break-word;max-width:22em}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}\
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\
        .absent{border-left:4px solid;padding:6px 14px;margin:10px 0;font-size:15px}ul.plain{list-style:none;padding:0}ul.plain li{margin:5px 0}\
        dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;font-size:14px}\
        dt{font-weight:600}dd{margin:0}code{font:13px/1.4 ui-monospace,Menlo,Consolas,\"DejaVu Sans Mono\",monospace;overflow-wrap:anywhere}
        """

    private static let light = colours(
        text: "#1b1f24", muted: "#55606b", paper: "#ffffff", line: "#d5dbe1", good: "#00619a", fair: "#8a5300", bad: "#a63c06")
    private static let dark = colours(
        text: "#e8ecf0", muted: "#a5b0bb", paper: "#14181d", line: "#39424c", good: "#6cbdf0", fair: "#f0b429", bad: "#ff9a6b")

    private static func colours(
        text: String, muted: String, paper: String, line: String, good: String, fair: String, bad: String
    ) -> String {
        """
        body{color:\(text);background:\(paper)}.small,figcaption,summary,footer,.tiles span{color:\(muted)}\
        h2,.tiles li,th,td{border-color:\(line)}.absent{border-color:\(line);color:\(muted)}\
        .good{color:\(good)}.fair{color:\(fair)}.bad{color:\(bad)}
        """
    }

    private static let screens = """
        @media screen and (max-width:720px){.wide{display:none}.narrow{display:block}main,header,footer{padding-left:20px;padding-right:20px}\
        .lead{font-size:20px}h2{font-size:22px}dl{grid-template-columns:1fr}dd{margin-bottom:6px}.narrow svg{max-width:350px}}\
        @media print{@page{size:A4;margin:14mm 15mm}body{font-size:11pt}main,header,footer{max-width:none;padding:0}\
        h2,h3,h4{break-after:avoid}figure,.tiles li,tr{break-inside:avoid}details:not([open]){display:none}h2{margin-top:30px}}
        """
}
