import { BODY, deckFor, SMALLEST, type Cell, type Grid } from './deck.ts';
import { heightOfAll, type Para } from './fit.ts';
import { findingMark, INK, resultMark, type Mark } from './marks.ts';
import { fill, inRow, placeLine, printableAll, recordUrl, type Pack, type PackPrecedent } from './pack.ts';
import { LOCALE } from './paper.ts';
import { seal } from './seal.ts';

type Deck = ReturnType<typeof deckFor>;

/** No table on a slide has more precedents side by side. */
const MOST_COLUMNS = 4;

/** Slides for a workshop as a PowerPoint file: title, agenda, each precedent, the comparison, the sources; every slide with notes and its source. The same pack always gives the same bytes. */
export async function slidesPptx(given: Pack): Promise<Uint8Array> {
  const pack = printableAll(given);
  const deck = deckFor(pack);
  opening(pack, deck);
  agenda(pack, deck);
  for (const precedent of pack.precedents) brief(pack, deck, precedent);
  if (pack.precedents.length > 1) comparison(pack, deck);
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
  const intro = plain(fill(words.intro, { count: pack.precedents.length, names: names(pack) }), 18, { before: 10 });
  deck.flow({ title: pack.title, cover: true, source: pack.sourceUrlBase, notes: [pack.title, words.speaker.title].join('\n') }, [[...made, intro, plain(pack.dateLine, 16, { color: INK.second, before: 16 })]]);
}

function agenda(pack: Pack, deck: Deck): void {
  const { words } = pack;
  const entries = pack.precedents.flatMap((precedent): Para[] => [
    strong(precedent.name, 18, { before: 12, keep: true }),
    plain(placeLine(pack, precedent), SMALLEST, { color: INK.second }),
  ]);
  deck.flow({ title: words.agenda, source: pack.sourceUrlBase, notes: words.speaker.agenda }, [[...entries, ...(pack.precedents.length > 1 ? [strong(words.comparison, 18, { before: 16 })] : []), strong(words.sources, 18, { before: 12 })]]);
}

function brief(pack: Pack, deck: Deck, precedent: PackPrecedent): void {
  const { words } = pack;
  const source = recordUrl(pack, precedent);
  const full = [precedent.title, ...precedent.citations].join('\n');
  deck.flow({ title: `${precedent.name}: ${words.brief}`, source, notes: [words.speaker.brief, full].join('\n') }, [
    [
      plain(precedent.title, SMALLEST, { color: INK.second, record: true }),
      plain(inRow([placeLine(pack, precedent), ...precedent.citations], pack.dir, ';'), SMALLEST, { color: INK.second, before: 4 }),
      marked(resultMark(precedent.result), precedent.resultLabel, 18, { before: 10 }, ` (${words.asCoded}). ${words.outcome}: ${precedent.outcome}`),
      plain(precedent.summary, 18, { before: 12, serif: true, prose: true, record: true }),
      ...(precedent.issues.length ? [head(words.issues), ...bullets(precedent.issues, 16)] : []),
    ],
  ]);
  const found = precedent.findings.flatMap((finding): Para[] => [
    { ...marked(findingMark(finding.finding), finding.findingLabel, 16, { before: 8, keep: Boolean(finding.note) }), stretches: [{ text: `${finding.label}   ` }, ...marked(findingMark(finding.finding), finding.findingLabel, 16).stretches] },
    ...(finding.note ? [plain(finding.note, SMALLEST, { color: INK.second, record: true })] : []),
  ]);
  const section = (title: string, items: string[]) => (items.length ? [head(title), ...bullets(items)] : []);
  const after = [
    ...section(words.ordered, precedent.remedies.map((remedy) => [remedy.label, remedy.detail].filter(Boolean).join(': '))),
    ...section(words.history, precedent.history),
  ];
  const columns = [...(found.length ? [[head(words.testsQuestion), ...found]] : []), ...(after.length ? [after] : [])];
  // What we do not know stands where there is more room.
  const room = columns.toSorted((a, b) => heightOfAll(a, BODY.width / 2) - heightOfAll(b, BODY.width / 2))[0];
  const unknown = precedent.unverified.length ? [head(words.unknown), plain(`${precedent.unverified.join('; ')}.`, SMALLEST, { record: true, prose: true })] : [];
  if (room) room.push(...unknown);
  else if (unknown.length) columns.push(unknown);
  if (columns.length) deck.flow({ title: `${precedent.name}: ${found.length ? words.tests : words.ordered}`, source, notes: [words.speaker.tests, words.speaker.orders, full].join('\n') }, columns);
}

function comparison(pack: Pack, deck: Deck): void {
  const { words, precedents } = pack;
  if (!pack.comparison.rows.length) return;
  const groups = Math.ceil(precedents.length / MOST_COLUMNS);
  const each = Math.ceil(precedents.length / groups);
  const starts = Array.from({ length: groups }, (_, group) => group * each);
  const grids = starts.map((from): Grid => {
    const shown = precedents.slice(from, from + each);
    const first = 220;
    const widths = [first, ...shown.map(() => (BODY.width - first) / shown.length)];
    const top: Cell[] = [
      { paras: [strong(words.testsQuestion, SMALLEST), strong(`≠ ${words.differ}`, SMALLEST, { color: INK.brand })] },
      ...shown.map((precedent): Cell => ({
        paras: [
          { ...strong(precedent.name, SMALLEST), serif: true },
          plain(inRow([precedent.country, precedent.decided?.text], pack.dir), SMALLEST, { color: INK.second }),
          marked(resultMark(precedent.result), precedent.resultLabel, SMALLEST),
        ],
      })),
    ];
    const rows = pack.comparison.rows.map((row): Cell[] => [
      { paras: [differing(row.differ, row.label), ...(row.question ? [plain(row.question, SMALLEST, { color: INK.second })] : [])] },
      ...row.cells.slice(from, from + each).map((cell): Cell => ({
        paras: [
          marked(findingMark(cell.finding), cell.finding ? cell.findingLabel : words.notCoded, 16),
          ...(cell.note ? [plain(cell.note, SMALLEST, { color: INK.second, record: true })] : []),
        ],
      })),
    ]);
    const addresses = shown.map((precedent) => `${precedent.name}: ${recordUrl(pack, precedent)}`);
    return { source: inRow(shown.map((precedent) => precedent.name), pack.dir, ';'), notes: [words.speaker.comparison, ...addresses].join('\n'), widths, head: top, rows };
  });
  deck.tables(words.comparison, grids);
}

function sources(pack: Pack, deck: Deck): void {
  const { words } = pack;
  const entries = pack.precedents.flatMap((precedent): Para[] => [
    head(precedent.name),
    { stretches: [{ text: `${words.record}: ` }, { text: recordUrl(pack, precedent), color: INK.link, link: recordUrl(pack, precedent) }], size: SMALLEST, bullet: true, before: 4 },
    ...precedent.sources.map((source): Para => {
      const link = /^https?:\/\//.test(source.ref) && URL.canParse(source.ref);
      const rest = [source.basis, source.note].filter(Boolean).join('; ');
      return { stretches: [{ text: source.ref, ...(link ? { link: source.ref, color: INK.link } : {}) }, ...(rest ? [{ text: ` (${rest})`, color: INK.second }] : [])], size: SMALLEST, bullet: true, before: 4, record: true, prose: true };
    }),
  ]);
  deck.flow({ title: words.sources, source: pack.sourceUrlBase, notes: words.speaker.sources }, [entries]);
}
