import { Document, LevelFormat, LineRuleType, Footer, FootnoteReferenceRun, Header, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, Table, TextRun, AlignmentType, BorderStyle, HeadingLevel, SectionType, type ISectionOptions } from 'docx';
import { findingMark, INK, resultMark } from './marks.ts';
import { fill, inRow, placeLine, printableAll, recordReference, type Pack, type PackPrecedent, unconfirmed } from './pack.ts';
import { LOCALE, measured, paperFor, SANS, SERIF, SIZE, type Line, type Look, type Paper, type Piece } from './paper.ts';
import { seal } from './seal.ts';

// A4 with 1.9 cm margins, in twentieths of a point.
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1077;
const PORTRAIT = A4.width - 2 * MARGIN;
const LANDSCAPE = A4.height - 2 * MARGIN;
/** More decisions than this do not stand side by side on a portrait page. */
const PORTRAIT_COLUMNS = 4;
/** A table of legal tests with no more rows stays on one page. */
const WHOLE_TABLE = 12;
/** A title of more letters may fill a page: it need not stay with what follows. */
const LONG_TITLE = 1200;
const BULLETS = 'bullets';
const LISTED = { numbering: { reference: BULLETS, level: 0 }, spacing: { after: 20 } };

/** A handout for a workshop as a Word file: the comparison as a real table, a brief for each precedent, the sources. One part follows the other on the page. A comparison too wide for it stands behind the briefs on a page turned round, and the first page has a list instead. The same pack always gives the same bytes. */
export async function handoutDocx(given: Pack): Promise<Uint8Array> {
  const pack = printableAll(given);
  const paper = paperFor(pack);
  const wide = pack.precedents.length > PORTRAIT_COLUMNS;
  const compared = pack.comparison.rows.length > 0 && pack.precedents.length > 1;
  const briefs = pack.precedents.flatMap((precedent, index) => brief(pack, paper, precedent, index + 1));
  const creator = pack.made.organisation || 'Amparo';
  const document = new Document({
    title: pack.title,
    creator,
    lastModifiedBy: creator,
    styles: styles(pack),
    numbering: { config: [{ reference: BULLETS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { start: 300, hanging: 240 } } } }] }] },
    footnotes: Object.fromEntries(pack.precedents.map((precedent, index) => [index + 1, { children: [recordNote(pack, paper, precedent)] }])),
    sections: !compared
      ? [section(pack, paper, false, [...opening(pack, paper), glance(pack, paper), ...briefs, ...sources(pack, paper, PORTRAIT)])]
      : wide
        ? [section(pack, paper, false, [...opening(pack, paper), glance(pack, paper), ...briefs]), section(pack, paper, true, [...comparison(pack, paper, LANDSCAPE), ...sources(pack, paper, LANDSCAPE)])]
        : [section(pack, paper, false, [...opening(pack, paper), ...comparison(pack, paper, PORTRAIT), ...briefs, ...sources(pack, paper, PORTRAIT)])],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  const locale = LOCALE[pack.language];
  return seal(bytes, { title: pack.title, creator, language: locale }, (name, xml) =>
    name === 'word/settings.xml' ? xml.replace('<w:compat>', `<w:themeFontLang w:val="${pack.dir === 'rtl' ? LOCALE.en : locale}" w:bidi="${pack.dir === 'rtl' ? locale : LOCALE.ar}"/><w:compat>`) : xml,
  );
}

function styles(pack: Pack) {
  const rtl = pack.dir === 'rtl';
  const heading = (size: number, color: string, spacing: { before: number; after: number }) => ({ run: { size, color, font: SERIF }, paragraph: { spacing: { ...spacing, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true } });
  return {
    default: {
      document: {
        run: { font: SERIF, size: SIZE.body, color: INK.ink, language: rtl ? { value: LOCALE.en, bidirectional: LOCALE[pack.language] } : { value: LOCALE[pack.language], bidirectional: LOCALE.ar } },
        paragraph: { spacing: { after: 80, line: rtl ? 300 : 259, lineRule: LineRuleType.AUTO } },
      },
      title: heading(SIZE.title, INK.ink, { before: 0, after: 160 }),
      heading1: heading(SIZE.heading1, INK.ink, { before: 400, after: 60 }),
      heading2: { run: { size: SIZE.heading2, color: INK.brand, font: SANS, bold: true }, paragraph: { spacing: { before: 160, after: 50 }, keepNext: true, keepLines: true } },
      footnoteText: { run: { size: SIZE.small, font: SANS }, paragraph: { spacing: { after: 0 } } },
      listParagraph: { run: { size: SIZE.body } },
    },
  };
}

function section(pack: Pack, paper: Paper, wide: boolean, children: (Paragraph | Table)[]): ISectionOptions {
  const { words } = pack;
  const look = { size: SIZE.small, color: INK.hint, font: SANS };
  const rule = { style: BorderStyle.SINGLE, size: 4, color: INK.line, space: 4 };
  const [before = '', between = '', after = ''] = words.page.split(/\{pages?\}/);
  const rtl = pack.dir === 'rtl';
  const page = (text: string | (typeof PageNumber)[keyof typeof PageNumber]) =>
    new TextRun({ children: [text], ...look, ...(rtl ? { rightToLeft: true } : {}), language: { value: LOCALE[rtl ? 'en' : pack.language], bidirectional: LOCALE[rtl ? pack.language : 'ar'] } });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // docx swaps the sides of a landscape page itself.
        size: { ...A4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: MARGIN + 200, bottom: MARGIN + 60, left: MARGIN, right: MARGIN, header: 510, footer: 454 },
      },
    },
    headers: { default: new Header({ children: [paper.line([{ text: words.level, look: { bold: true, color: INK.ink } }, ` · ${words.referenceRecord} · ${pack.title}`], { look, border: { bottom: rule } })] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            ...(rtl ? { bidirectional: true } : {}),
            alignment: AlignmentType.START,
            border: { top: rule },
            tabStops: [{ type: TabStopType.END, position: wide ? LANDSCAPE : PORTRAIT }],
            children: [page(`${pack.dateLine}\t`), page(before), page(PageNumber.CURRENT), page(between), page(PageNumber.TOTAL_PAGES), page(after)],
          }),
        ],
      }),
    },
    children,
  };
}

function opening(pack: Pack, paper: Paper): (Paragraph | Table)[] {
  const { words, made } = pack;
  const by = [made.organisation ? fill(words.madeBy, { organisation: made.organisation }) : '', words.intro].filter(Boolean).join('. ');
  return [
    paper.line(pack.title, { heading: HeadingLevel.TITLE, look: { size: SIZE.title }, border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: INK.brand, space: 8 } } }),
    paper.line(by, { look: { size: SIZE.body, color: INK.second }, spacing: { before: 60, after: 60 } }),
    ...legend(pack, paper),
  ];
}

/** The decisions of the pack on one look. */
function glance(pack: Pack, { line, table }: Paper): Table {
  const { words } = pack;
  const text = (pieces: Piece | Piece[], look: Look = {}) => [line(pieces, { look: { size: SIZE.table, font: SANS, ...look }, spacing: { after: 0 } })];
  return table(
    [3700, PORTRAIT - 5900, 2200],
    [text(words.decision, { bold: true }), text(words.court, { bold: true }), text(words.result, { bold: true })],
    pack.precedents.map((precedent) => [text(precedent.name, { font: SERIF, italics: true, size: SIZE.body }), text(placeLine(pack, precedent)), text({ mark: resultMark(precedent.result), word: precedent.resultLabel })]),
  );
}

function legend(pack: Pack, paper: Paper): Paragraph[] {
  const codes = ['not_satisfied', 'partly', 'satisfied', 'not_addressed'] as const;
  const pieces = codes.flatMap((code): Piece[] => ['   ', { mark: findingMark(code), word: pack.words.legend[code] }]);
  return [paper.line([{ text: pack.words.testsQuestion, look: { bold: true } }, ...pieces], { look: { size: SIZE.small, font: SANS }, spacing: { before: 0, after: 160 } })];
}

function brief(pack: Pack, paper: Paper, precedent: PackPrecedent, footnote: number): (Paragraph | Table)[] {
  const { words } = pack;
  const { line, heading, table } = paper;
  const small = { size: SIZE.table, font: SANS };
  const label = (text: string, keepNext: boolean) => [line(text, { look: { ...small, bold: true }, spacing: { after: 0 }, keepNext })];
  const cell = (pieces: Piece | Piece[], text: string, keepNext: boolean, record = false) => [measured(line(pieces, { look: { ...small, record }, spacing: { after: 0 }, keepNext }), text)];
  const list = (title: string, items: (string | Piece[])[]) => (items.length ? [heading(2, title, { look: { font: SANS } }), ...items.map((item) => bullet(paper, item))] : []);
  const facts: [string, Piece | Piece[], string][] = [
    [words.cite, inRow(precedent.citations, pack.dir, ';') || words.noneRecorded, precedent.citations.join('')],
    [words.court, placeLine(pack, precedent), precedent.court],
    [words.result, [{ mark: resultMark(precedent.result), word: precedent.resultLabel }, ` (${words.asCoded}). ${words.outcome}: ${precedent.outcome}`], precedent.outcome],
  ];
  return [
    heading(1, precedent.name, { look: { italics: true } }),
    line(precedent.title, { look: { size: SIZE.body, color: INK.second, italics: true, record: true }, spacing: { after: 40 }, keepNext: precedent.title.length < LONG_TITLE }),
    line([{ text: words.referenceRecord, look: { bold: true } }], { look: { size: SIZE.small, font: SANS, color: INK.second }, spacing: { after: 100 }, keepNext: true, tail: new FootnoteReferenceRun(footnote) }),
    table([2700, PORTRAIT - 2700], null, facts.map(([name, pieces, text], row) => [label(name, row < facts.length - 1), cell(pieces, text, row < facts.length - 1)])),
    heading(2, words.inShort, { look: { font: SANS } }),
    line(precedent.summary, { prose: true, look: { size: SIZE.body, record: true } }),
    ...list(words.issues, precedent.issues),
    ...(precedent.findings.length ? [heading(2, `${words.tests}: ${words.testsQuestion}`, { look: { font: SANS } }), tests()] : []),
    ...list(words.ordered, precedent.remedies.map((remedy) => (remedy.detail ? [{ text: `${remedy.label}: `, look: { bold: true } }, remedy.detail] : remedy.label))),
    ...list(words.history, precedent.history),
    ...(precedent.unverified.length ? [heading(2, words.unknown, { look: { font: SANS } }), line(`${precedent.unverified.map(unconfirmed).join('; ')}.`, { prose: true, look: { size: SIZE.body, record: true } })] : []),
  ];

  /** A short table stands whole on one page, a long one may turn it. */
  function tests(): Table {
    const whole = precedent.findings.length <= WHOLE_TABLE;
    const rows = precedent.findings.map((finding, index) => {
      const stay = whole && index < precedent.findings.length - 1;
      return [label(finding.label, stay), cell({ mark: findingMark(finding.finding), word: finding.findingLabel }, finding.findingLabel, stay), cell(finding.note ?? '', finding.note ?? '', stay, true)];
    });
    return table([3300, 1900, PORTRAIT - 5200], [label(words.test, true), label(words.finding, true), label(words.reason, true)], rows);
  }
}

function bullet({ line }: Paper, item: string | Piece[]): Paragraph {
  return line(item, { prose: true, ...LISTED, look: { size: SIZE.body, record: true } });
}

function recordNote(pack: Pack, paper: Paper, precedent: PackPrecedent): Paragraph {
  return paper.line([` ${pack.words.record}: `, referencePiece(pack, precedent)], { look: { size: SIZE.small, font: SANS }, style: 'FootnoteText' });
}

function referencePiece(pack: Pack, precedent: PackPrecedent): Piece {
  const { text, link } = recordReference(pack, precedent);
  return link ? { text, link } : text;
}

function comparison(pack: Pack, paper: Paper, width: number): (Paragraph | Table)[] {
  const { words, precedents } = pack;
  const small = { size: SIZE.small, font: SANS };
  const text = (pieces: Piece | Piece[], record = false) => measured(paper.line(pieces, { look: { ...small, record }, spacing: { after: 0 } }), typeof pieces === 'string' ? pieces : '');
  const first = Math.round(width * 0.2);
  const each = Math.floor((width - first) / precedents.length);
  const head = [
    [text({ text: words.test, look: { bold: true } }), text({ text: `≠ ${words.differ}`, look: { color: INK.brand, bold: true } })],
    ...precedents.map((precedent) => [
      text({ text: precedent.name, look: { bold: true, italics: true, font: SERIF, size: SIZE.table } }),
      text(inRow([precedent.country, precedent.decided?.text], pack.dir)),
      text({ mark: resultMark(precedent.result), word: precedent.resultLabel }),
    ]),
  ];
  const rows = pack.comparison.rows.map((row) => [
    [
      text([...(row.differ ? [{ text: '≠ ', look: { color: INK.brand, bold: true } }] : []), { text: row.label, look: { bold: true } }]),
      ...(row.question ? [text({ text: row.question, look: { color: INK.second } })] : []),
    ],
    ...row.cells.map((cell) => [text({ mark: findingMark(cell.finding), word: cell.finding ? cell.findingLabel : words.notCoded }), ...(cell.note ? [text(cell.note, true)] : [])]),
  ]);
  return [
    paper.heading(1, words.comparison),
    paper.line(`${words.testsQuestion} ${words.referenceRecord}.`, { look: { size: SIZE.table, font: SANS, color: INK.second }, spacing: { after: 100 }, keepNext: true }),
    paper.table([first, ...precedents.map(() => each)], head, rows),
  ];
}

/** The sources of each precedent as a table of its own: where it goes on over the page, its head says again whose they are. */
function sources(pack: Pack, paper: Paper, width: number): (Paragraph | Table)[] {
  const { words } = pack;
  const look = { size: SIZE.table, font: SANS };
  const text = (pieces: Piece | Piece[], more: Line = {}) => paper.line(pieces, { spacing: { after: 0 }, ...more, look: { ...look, ...more.look } });
  return [
    paper.heading(1, words.sources),
    ...pack.precedents.flatMap((precedent) => [
      paper.table(
        [width - 3000, 3000],
        [[paper.heading(2, precedent.name, { look: { font: SANS }, spacing: { before: 0, after: 0 } }), text(placeLine(pack, precedent), { look: { color: INK.second }, keepNext: true })], [text(words.known, { look: { bold: true }, keepNext: true })]],
        [
          [[text([`${words.record}: `, referencePiece(pack, precedent)], { keepNext: precedent.sources.length > 0 })], [text('', { keepNext: precedent.sources.length > 0 })]],
          ...precedent.sources.map((source) => [[measured(text(isAddress(source.ref) ? { text: source.ref, link: source.ref } : source.ref, { prose: true, look: { record: true } }), source.ref)], [text([source.basis, source.note].filter(Boolean).join('; '))]]),
        ],
      ),
      // Word runs tables that touch into one.
      text('', { spacing: { after: 60 } }),
    ]),
  ];
}

function isAddress(ref: string): boolean {
  return /^https?:\/\//.test(ref) && URL.canParse(ref);
}
