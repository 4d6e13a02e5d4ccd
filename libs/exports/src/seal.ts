import JSZip from 'jszip';

/** What an office file says about itself: no account, no clock, no template. */
export interface Imprint {
  title: string;
  creator: string;
  language: string;
}

// The first day a zip entry can carry.
const EPOCH = new Date(Date.UTC(1980, 0, 1));

/** Packs the parts of an office file again so that the same input gives the same bytes: fixed times, fixed order, numbered links, own properties. */
export async function seal(bytes: Uint8Array, imprint: Imprint, change: (name: string, xml: string) => string = (_, xml) => xml): Promise<Uint8Array> {
  const given = await JSZip.loadAsync(bytes);
  const names = Object.values(given.files)
    .filter((entry) => !entry.dir)
    .map((entry) => entry.name)
    .toSorted((a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1));
  const sealed = new JSZip();
  const links = new Map<string, string>();
  for (const name of names) {
    const entry = given.file(name)!;
    const content = /\.(xml|rels)$/.test(name) ? change(name, numbered(name === 'docProps/core.xml' ? core(imprint) : await entry.async('string'), links)) : await entry.async('uint8array');
    sealed.file(name, content, { date: EPOCH, createFolders: false, unixPermissions: 0o644 });
  }
  return sealed.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 }, platform: 'DOS' });
}

/** docx gives each link a random id; the order in which they first occur is as good and always the same. */
function numbered(xml: string, links: Map<string, string>): string {
  return xml.replace(/(\b(?:r:id|Id)=")(rId[A-Za-z0-9_-]{12,})"/g, (_, head: string, id: string) => {
    if (!links.has(id)) links.set(id, `link${links.size + 1}`);
    return `${head}${links.get(id)}"`;
  });
}

function core({ title, creator, language }: Imprint): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy><dc:language>${escaped(language)}</dc:language>` +
    '</cp:coreProperties>'
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
