// What is wrong with the page as it is shown now: a list of {kind, text}. It changes nothing.
(() => {
  "use strict";
  const faults = [];
  const counts = {};
  const most = 20;
  const report = (kind, text) => {
    counts[kind] = (counts[kind] || 0) + 1;
    if (counts[kind] <= most) faults.push({ kind, text });
  };
  const short = (text) => (text.length > 60 ? text.slice(0, 59) + "…" : text);
  const place = (element) => {
    const svg = element.closest("svg");
    const section = element.closest("section,figure");
    if (svg) return ` (svg "${short(svg.getAttribute("aria-label") || "")}")`;
    return section && section.id ? ` (in #${section.id})` : ` (<${element.tagName.toLowerCase()}>)`;
  };
  const at = (box) => ` at ${Math.round(box.left)},${Math.round(box.top)}`;
  const inSVG = (element) => element instanceof SVGElement;
  const invisible = new Set(["TITLE", "DESC", "STYLE", "SCRIPT", "DEFS", "HEAD"]);

  // ---- texts as they are drawn: one box a line
  const isHidden = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return true;
    for (let e = element; e; e = e.parentElement) {
      if (invisible.has(e.tagName.toUpperCase())) return true;
      const style = getComputedStyle(e);
      if (style.position === "absolute" && e.offsetWidth <= 1 && e.offsetHeight <= 1) return true;
    }
    return false;
  };
  const scaleOf = (element) => (inSVG(element) ? element.getScreenCTM().a : 1);
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const hidden = new Map();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim()) continue;
    const element = node.parentElement;
    if (!hidden.has(element)) hidden.set(element, isHidden(element));
    if (hidden.get(element)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 0.5 || rect.height < 0.5) continue;
      // Line boxes have air above and below their letters.
      const middle = (rect.top + rect.bottom) / 2;
      const half = Math.min(rect.height / 2, size * 0.42);
      texts.push({
        node, element, size, left: rect.left, right: rect.right, top: middle - half, bottom: middle + half,
        text: short(node.data.trim()),
      });
    }
  }

  // ---- overflow
  const page = document.documentElement;
  const viewport = page.clientWidth;
  if (page.scrollWidth > viewport + 1) report("overflow", `the page is ${page.scrollWidth} pixels wide, the window ${viewport}`);
  const scrolls = (element) => element.closest("[data-scrolls]");
  for (const box of texts) {
    if (scrolls(box.element)) continue;
    if (box.left < -1 || box.right > viewport + 1) report("overflow", `"${box.text}" leaves the window${at(box)}${place(box.element)}`);
    if (inSVG(box.element)) {
      let svg = box.element.closest("svg");
      const frame = svg.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        report("overflow", `"${box.text}" leaves its drawing${at(box)}${place(box.element)}`);
    } else {
      for (let e = box.element; e && e !== document.body; e = e.parentElement) {
        const style = getComputedStyle(e);
        if (style.overflowX === "visible") continue;
        const frame = e.getBoundingClientRect();
        if (box.right > frame.right + 1 || box.left < frame.left - 1) report("overflow", `"${box.text}" is cut off${at(box)}${place(e)}`);
        break;
      }
    }
  }
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const isScroller = ["auto", "scroll"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (isScroller && !element.hasAttribute("data-scrolls") && element !== document.body)
      report("overflow", `a box scrolls sideways${place(element)}`);
    if (style.textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth) report("overflow", `text is shortened by its style${place(element)}`);
  }
  for (const svg of document.querySelectorAll("svg")) {
    const box = svg.getBoundingClientRect();
    if (box.width > 0 && (box.left < -1 || box.right > viewport + 1) && !scrolls(svg)) report("overflow", `a drawing leaves the window${place(svg)}`);
  }

  // ---- overlap: sweep from top to bottom
  const sorted = [...texts].sort((a, b) => a.top - b.top);
  let open = [];
  for (const box of sorted) {
    open = open.filter((other) => other.bottom > box.top);
    for (const other of open) {
      if (other.element === box.element) continue;
      const x = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const y = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      const least = Math.min(box.bottom - box.top, other.bottom - other.top);
      if (x > 1 && y > 0.25 * least) report("overlap", `"${other.text}" and "${box.text}"${at(box)}${place(box.element)}`);
    }
    open.push(box);
  }

  // ---- unreadable
  const parse = (colour) => {
    const parts = (colour.match(/[\d.]+/g) || []).map(Number);
    return parts.length < 3 ? null : { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
  };
  const light = ({ r, g, b }) => {
    const part = (v) => ((v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const canvas = matchMedia("(prefers-color-scheme:dark)").matches && !matchMedia("print").matches ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
  const background = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour && colour.a > 0.99) return colour;
    }
    return canvas;
  };
  const shapes = new Map();
  const shapesOf = (svg) => {
    if (!shapes.has(svg))
      shapes.set(svg, [...svg.querySelectorAll("rect,polygon,circle")].map((shape) => ({ shape, box: shape.getBoundingClientRect() })));
    return shapes.get(svg);
  };
  const behind = (box) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const svg = box.element.closest("svg");
    let found = null;
    for (const { shape, box: s } of shapesOf(svg)) {
      if (s.left > x || s.right < x || s.top > y || s.bottom < y) continue;
      if (!(shape.compareDocumentPosition(box.element) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      found = parse(getComputedStyle(shape).fill) || found;
    }
    return found || background(svg.parentElement);
  };
  for (const box of texts) {
    if (box.size < 9) report("unreadable", `"${box.text}" is ${box.size.toFixed(1)} pixels high${at(box)}${place(box.element)}`);
    const style = getComputedStyle(box.element);
    const colour = parse(inSVG(box.element) ? style.fill : style.color);
    if (!colour) continue;
    const ratio = contrast(colour, inSVG(box.element) ? behind(box) : background(box.element));
    const isLarge = box.size >= 24 || (box.size >= 18.6 && parseInt(style.fontWeight, 10) >= 600);
    if (ratio < (isLarge ? 3 : 4.5)) report("unreadable", `"${box.text}" has a contrast of ${ratio.toFixed(1)}${at(box)}${place(box.element)}`);
  }

  // ---- structure
  if (!page.lang) report("structure", "the page names no language");
  if (!document.title.trim()) report("structure", "the page has no title");
  if (document.querySelectorAll("h1").length !== 1) report("structure", `${document.querySelectorAll("h1").length} headings of the first level`);
  let level = 0;
  for (const heading of document.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) report("structure", `"${short(heading.textContent)}" skips a level of headings`);
    if (!heading.textContent.trim()) report("structure", `an empty heading of level ${next}`);
    level = next;
  }
  const ids = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (ids.has(element.id)) report("structure", `two elements have the id "${element.id}"`);
    ids.add(element.id);
  }
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!ids.has(link.getAttribute("href").slice(1))) report("structure", `a link to ${link.getAttribute("href")} leads nowhere`);
  for (const table of document.querySelectorAll("table"))
    if (!table.querySelector("th")) report("structure", `a table without headings${place(table)}`);
  for (const image of document.querySelectorAll("img,image,picture,video,audio,iframe,object,embed")) report("structure", `a foreign ${image.tagName}`);

  // ---- charts
  for (const svg of document.querySelectorAll("svg")) {
    if (!svg.checkVisibility()) continue;
    const box = svg.getBoundingClientRect();
    const isNamed = (svg.getAttribute("aria-label") || "").trim() && svg.getAttribute("role") === "img";
    if (!isNamed && svg.getAttribute("aria-hidden") !== "true") report("structure", `a drawing without a name${at(box)}`);
    if (box.width < 20 || box.height < 20) report("broken", `a drawing of ${Math.round(box.width)} by ${Math.round(box.height)} pixels${place(svg)}`);
    const marks = svg.querySelectorAll("rect,path,circle,polygon,line").length;
    if (marks === 0) report("broken", `an empty drawing${place(svg)}`);
    for (const element of svg.querySelectorAll("*"))
      for (const attribute of element.attributes)
        if (!["aria-label"].includes(attribute.name) && /\b(NaN|nan|inf|Infinity|null|undefined)\b/.test(attribute.value))
          report("broken", `${attribute.name}="${short(attribute.value)}"${place(element)}`);
  }
  for (const box of texts) if (/^[-+±]?(NaN|nan|inf|Infinity|undefined|null)( .{0,3})?$/.test(box.text)) report("broken", `the text "${box.text}"${at(box)}${place(box.element)}`);

  // ---- hostile text
  const known = new Set(("html head meta title style body header main footer nav section article h1 h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tfoot tr th td " +
    "details summary figure figcaption svg g path rect line circle polyline polygon text tspan desc defs div span a abbr strong em small br code bdi sup sub").split(" "));
  for (const element of document.querySelectorAll("*")) {
    const name = element.tagName.toLowerCase();
    if (!known.has(name)) report("hostile", `an element <${name}>${place(element)}`);
    for (const attribute of element.attributes) {
      if (/^on/i.test(attribute.name)) report("hostile", `an attribute ${attribute.name}${place(element)}`);
      if (/^\s*javascript:/i.test(attribute.value)) report("hostile", `a script in ${attribute.name}${place(element)}`);
    }
  }
  for (const [kind, count] of Object.entries(counts)) if (count > most) faults.push({ kind, text: `and ${count - most} more` });
  return JSON.stringify({ faults, texts: texts.length, drawings: [...document.querySelectorAll("svg")].filter((svg) => svg.checkVisibility()).length });
})();
