import { BODY, deckFor, SMALLEST, TITLE_SIZE, type Cell, type Row, type Scene } from './deck.ts';
import { clip, heightOfAll, type Para } from './fit.ts';
import { findingMark, INK, resultMark, type Mark } from './marks.ts';
import { fill, inRow, librarySource, placeLine, printableAll, recordReference, type Pack, type PackComparisonRow, type PackPrecedent, unconfirmed } from './pack.ts';
import { LOCALE } from './paper.ts';
import { seal } from './seal.ts';

/** A longer name ends in an ellipsis in tables of the comparison; its whole stands on the agenda, on the decision's own slides and in the notes. */
const NAME_LINES = { narrow: 7, wide: 4 };
type Deck = ReturnType<typeof deckFor>;

/** Slides for a workshop as a PowerPoint file: title, agenda, each precedent, the comparison on one look and then question by question, the sources; every slide named after what is on it, with notes and its source. The same pack always gives the same bytes. */
export async function slidesPptx(given: Pack): Promise<Uint8Array> {
  const pack = printableAll(given);
  const deck = deckFor(pack);
  opening(pack, deck);
  agenda(pack, deck);
  for (const precedent of pack.precedents) brief(pack, deck, precedent);
  if (pack.precedents.length > 1 && pack.comparison.rows.length) {
    overview(pack, deck);
    for (const row of pack.comparison.rows) if (row.differ || row.cells.some((cell) => cell.note)) question(pack, deck, row);
  }
  sources(pack, deck);
  const language = LOCALE[pack.language];
  const creator = pack.made.organisation || 'Amparo';
  return seal(await deck.bytes(), { title: pack.title, creator, language }, (name, xml) => tidy(name, xml, language, pack.dir === 'rtl', creator));
}

/** What pptxgenjs does not write itself: languages, right-to-left notes, the repeated head of a table, and no names of its own. */
function tidy(name: string, xml: string, language: string, rtl: boolean, creator: string): string {
  if (name === 'docProps/app.xml') return xml.replace(/<Company>.*?<\/Company>/s, () => `<Company>${creator.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</Company>`);
  if (name.startsWith('ppt/notesSlides/')) {
    const own = xml.replace(/lang="en-US"/g, `lang="${language}"`);
    return own.replace(/<a:p>(<a:r><a:rPr[^>]*\/><a:t>)([^<]*\n[^<]*)(<\/a:t><\/a:r>)(<a:endParaRPr[^>]*\/>)?<\/a:p>/, (_, head: string, text: string, tail: string) =>
      text.split('\n').map((line) => `<a:p>${rtl ? '<a:pPr algn="r" rtl="1"/>' : ''}${head}${line}${tail}</a:p>`).join(''),
    );
  }
  if (name.startsWith('ppt/slides/'))
    return xml
      // pptxgenjs repeats the paragraph's properties before each run, which PowerPoint calls a damaged file.
      .replace(/(<\/a:r>)(?:<a:pPr[^>]*\/>|<a:pPr[^>]*>.*?<\/a:pPr>)/gs, '$1')
      .replace(/<a:tblPr(?=[\s/>])/g, '<a:tblPr firstRow="1"').replace(/lang="en-US"/g, `lang="${language}"`);
  return name.startsWith('ppt/') ? xml.replace(/lang="en-US"/g, `lang="${language}"`) : xml;
}

const plain = (text: string, size: number, rest: Omit<Para, 'stretches' | 'size'> = {}): Para => ({ stretches: [{ text }], size, ...rest });
const strong = (text: string, size: number, rest: Omit<Para, 'stretches' | 'size'> = {}): Para => ({ stretches: [{ text, bold: true }], size, ...rest });
const marked = (mark: Mark, word: string, size: number, rest: Omit<Para, 'stretches' | 'size'> = {}, after = ''): Para => ({
  stretches: [{ text: `${mark.glyph} `, symbol: true, color: mark.ink }, { text: word, bold: true, color: mark.ink }, ...(after ? [{ text: after }] : [])],
  size,
  ...rest,
});
const differing = (differ: boolean, label: string): Para => ({ stretches: [...(differ ? [{ text: '≠ ', bold: true, color: INK.brand }] : []), { text: label, bold: true }], size: SMALLEST });
const head = (text: string): Para => strong(text, 16, { color: INK.brand, before: 14, keep: true });
const bullets = (items: string[], size = SMALLEST): Para[] => items.map((text) => plain(text, size, { bullet: true, before: 4, prose: true, record: true }));

function names(pack: Pack): string {
  return inRow(pack.precedents.map((precedent) => precedent.name), pack.dir, ';');
}

function opening(pack: Pack, deck: Deck): void {
  const { words } = pack;
  const made = pack.made.organisation ? [plain(fill(words.madeBy, { organisation: pack.made.organisation }), 18, { color: INK.second })] : [];
  deck.flow({ title: pack.title, cover: true, source: librarySource(pack), notes: [pack.title, words.speaker.title].join('\n') }, [
    [...made, plain(clip(names(pack), 18, BODY.width, 3), 18, { before: 10 }), plain(words.intro, 16, { color: INK.second, before: 12 }), plain(pack.dateLine, 16, { color: INK.second, before: 12 })],
  ]);
}

function agenda(pack: Pack, deck: Deck): void {
  const { words } = pack;
  const entries = pack.precedents.flatMap((precedent): Para[] => [
    strong(precedent.name, 18, { before: 12, keep: true }),
    plain(placeLine(pack, precedent), SMALLEST, { color: INK.second }),
  ]);
  deck.flow({ title: words.agenda, source: librarySource(pack), notes: words.speaker.agenda }, [[...entries, ...(pack.precedents.length > 1 ? [strong(words.comparison, 18, { before: 16 })] : []), strong(words.sources, 18, { before: 12 })]]);
}

/** Each precedent: the brief, then tests and orders, on slides of their own where one is too small. */
function brief(pack: Pack, deck: Deck, precedent: PackPrecedent): void {
  const { words } = pack;
  const full = [precedent.name, precedent.title, ...precedent.citations].join('\n');
  const name = clip(precedent.name, TITLE_SIZE, BODY.width * 1.3, 1);
  const scene = (what: string, ...notes: string[]): Scene => ({ title: `${name}: ${what}`, source: recordReference(pack, precedent).text, notes: [...notes, full].join('\n') });
  const told = [
    ...(name === precedent.name ? [] : [strong(precedent.name, SMALLEST)]),
    plain(precedent.title, SMALLEST, { color: INK.second, record: true }),
    plain(inRow([placeLine(pack, precedent), ...precedent.citations], pack.dir, ';'), SMALLEST, { color: INK.second, before: 4 }),
    marked(resultMark(precedent.result), precedent.resultLabel, 18, { before: 10 }, ` (${words.asCoded}). ${words.outcome}: ${precedent.outcome}`),
    plain(precedent.summary, 18, { before: 12, serif: true, prose: true, record: true }),
  ];
  const asked = precedent.issues.length ? [head(words.issues), ...bullets(precedent.issues, 16)] : [];
  if (deck.fits([[...told, ...asked]])) deck.flow(scene(words.brief, words.speaker.brief), [[...told, ...asked]]);
  else {
    deck.flow(scene(words.brief, words.speaker.brief), [told]);
    if (asked.length) deck.flow(scene(words.issues, words.speaker.brief), [asked.slice(1)]);
  }

  const found = precedent.findings.flatMap((finding): Para[] => [
    { ...marked(findingMark(finding.finding), finding.findingLabel, 16, { before: 8, keep: Boolean(finding.note) }), stretches: [{ text: `${finding.label}   ` }, ...marked(findingMark(finding.finding), finding.findingLabel, 16).stretches] },
    ...(finding.note ? [plain(finding.note, SMALLEST, { color: INK.second, record: true })] : []),
  ]);
  const section = (title: string, items: string[]) => (items.length ? [head(title), ...bullets(items)] : []);
  const ordered = section(words.ordered, precedent.remedies.map((remedy) => [remedy.label, remedy.detail].filter(Boolean).join(': ')));
  const history = section(words.history, precedent.history);
  const unknown = precedent.unverified.length ? [head(words.unknown), plain(`${precedent.unverified.map(unconfirmed).join('; ')}.`, SMALLEST, { record: true, prose: true })] : [];
  const tests = found.length ? [head(words.testsQuestion), ...found] : [];
  const together = inColumns([tests, [...ordered, ...history]], unknown);
  const { speaker } = words;
  if (found.length && deck.fits(together)) return deck.flow(scene(ordered.length ? words.testsAndOrders : words.tests, speaker.tests, ...(ordered.length ? [speaker.orders] : [])), together);
  if (found.length) deck.table(scene(words.tests, speaker.tests), testsTable(pack, precedent));
  const after = inColumns([ordered, history], unknown);
  if (after.length) deck.flow(scene(words.ordersAndAfter, speaker.orders), after);
}

/** Columns side by side; what may stand in any of them stands where there is most room. */
function inColumns(columns: Para[][], rest: Para[]): Para[][] {
  const filled = columns.filter((column) => column.length);
  const room = filled.toSorted((a, b) => heightOfAll(a, BODY.width / 2) - heightOfAll(b, BODY.width / 2))[0];
  if (!rest.length) return filled;
  return filled.length > 1 ? filled.map((column) => (column === room ? [...column, ...rest] : column)) : [...filled, rest];
}

function testsTable({ words }: Pack, precedent: PackPrecedent) {
  const rest = BODY.width - 300 - 190;
  return {
    widths: [300, 190, rest],
    head: [words.test, words.finding, words.reason].map((text): Cell => ({ paras: [strong(text, SMALLEST)] })),
    rows: precedent.findings.map((finding): Row => ({
      name: finding.label,
      cells: [{ paras: [strong(finding.label, 16)] }, { paras: [marked(findingMark(finding.finding), finding.findingLabel, 16)] }, { paras: finding.note ? [plain(finding.note, 16, { color: INK.second, record: true })] : [] }],
    })),
  };
}

/** Whose records a slide of the comparison rests on, and where each is read. */
function compared(pack: Pack, title: string, ...notes: string[]): Scene {
  return { title, source: names(pack), notes: [...notes, ...pack.precedents.map((precedent) => `${precedent.name}: ${recordReference(pack, precedent).text}`)].join('\n') };
}

/** All tests and all decisions, only the marks: the reasons come question by question. */
function overview(pack: Pack, deck: Deck): void {
  const { words, precedents } = pack;
  const first = precedents.length > 4 ? 190 : 300;
  const each = (BODY.width - first) / precedents.length;
  deck.table(compared(pack, words.comparison, words.speaker.comparison), {
    widths: [first, ...precedents.map(() => each)],
    head: [
      { paras: [strong(words.testsQuestion, SMALLEST), strong(`≠ ${words.differ}`, SMALLEST, { color: INK.brand })] },
      ...precedents.map((precedent): Cell => ({ paras: [{ ...strong(clip(precedent.name, SMALLEST, each - 18, NAME_LINES.narrow), SMALLEST), serif: true }, plain(inRow([precedent.country, precedent.decided?.text], pack.dir), SMALLEST, { color: INK.second })] })),
    ],
    rows: pack.comparison.rows.map((row): Row => ({
      name: row.label,
      cells: [{ paras: [differing(row.differ, row.label)] }, ...row.cells.map((cell): Cell => ({ paras: [marked(findingMark(cell.finding), cell.finding ? cell.findingLabel : words.notCoded, SMALLEST)] }))],
    })),
  });
}

/** One question to all courts, with their reasons. */
function question(pack: Pack, deck: Deck, row: PackComparisonRow): void {
  const { words } = pack;
  const rest = BODY.width - 300 - 190;
  deck.table(compared(pack, `${row.label}: ${row.question || words.testsQuestion}`, ...(row.question ? [row.question] : []), words.speaker.comparison), {
    widths: [300, 190, rest],
    head: [{ paras: [strong(words.decision, SMALLEST)] }, { paras: [row.differ ? strong(`≠ ${words.differ}`, SMALLEST, { color: INK.brand }) : strong(words.finding, SMALLEST)] }, { paras: [strong(words.reason, SMALLEST)] }],
    rows: pack.precedents.map((precedent, at): Row => {
      const cell = row.cells[at];
      return {
        name: precedent.name,
        cells: [
          { paras: [{ ...strong(clip(precedent.name, 16, 300 - 18, NAME_LINES.wide), 16), serif: true }, plain(inRow([precedent.country, precedent.decided?.text], pack.dir), SMALLEST, { color: INK.second })] },
          { paras: [marked(findingMark(cell?.finding ?? null), cell?.finding ? cell.findingLabel : words.notCoded, 16)] },
          { paras: cell?.note ? [plain(cell.note, 16, { record: true })] : [] },
        ],
      };
    }),
  });
}

/** The sources of whole precedents, as many as a slide takes; its title says whose they are. */
function sources(pack: Pack, deck: Deck): void {
  const { words } = pack;
  const groups = pack.precedents.map((precedent) => ({ precedent, paras: sourceParas(pack, precedent) }));
  for (let from = 0; from < groups.length; ) {
    let to = from + 1;
    while (to < groups.length && deck.fits([groups.slice(from, to + 1).flatMap(({ paras }) => paras)])) to++;
    const shown = groups.slice(from, to);
    const whose = shown.map(({ precedent }) => precedent);
    const found = whose.map((precedent) => `${precedent.name}: ${recordReference(pack, precedent).text}`);
    deck.flow({ title: `${words.sources}: ${inRow(whose.map(({ name }) => name), pack.dir, ';')}`, source: inRow(whose.map((precedent) => recordReference(pack, precedent).text), pack.dir, ';'), notes: [words.speaker.sources, ...found].join('\n') }, [shown.flatMap(({ paras }) => paras)], 0);
    from = to;
  }
}

function sourceParas(pack: Pack, precedent: PackPrecedent): Para[] {
  const { words } = pack;
  const whole = recordReference(pack, precedent);
  return [
    head(precedent.name),
    { stretches: [{ text: `${words.record}: ` }, whole.link ? { text: whole.text, color: INK.link, link: whole.link } : { text: whole.text }], size: SMALLEST, bullet: true, before: 4 },
    ...precedent.sources.map((source): Para => {
      const link = /^https?:\/\//.test(source.ref) && URL.canParse(source.ref);
      const rest = [source.basis, source.note].filter(Boolean).join('; ');
      return { stretches: [{ text: source.ref, ...(link ? { link: source.ref, color: INK.link } : {}) }, ...(rest ? [{ text: ` (${rest})`, color: INK.second }] : [])], size: SMALLEST, bullet: true, before: 4, record: true, prose: true };
    }),
  ];
}
