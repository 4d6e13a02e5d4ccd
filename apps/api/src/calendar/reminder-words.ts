import { formatLegalDate } from '@amparo/domain';

/** One date of a letter: what a case is called outside the house, the day to work to, and how many days are left at the court. */
export interface ReminderItem { kind: 'reminder' | 'recounted'; codeName: string; day: string | null; left: number | null }
interface Words { subject: string; hello(name: string): string; left(days: number): string; near: string; recounted: string; noDay: string; open: string; stop: string }
const plural = (locale: string, n: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string => (forms[new Intl.PluralRules(locale).select(n)] ?? forms.other).replace('#', String(n));

/** Letters are few and leave the web client's catalogue alone. A subject says nothing: phones show it to whoever stands by. */
const words: Readonly<Record<string, Words>> = {
  en: { subject: 'Amparo: dates to look at', hello: (name) => `Hello ${name},`, left: (n) => (n === 0 ? 'today' : plural('en', n, { one: 'in # day', other: 'in # days' })), near: 'These dates come near:', recounted: 'A rule or a court calendar has changed, and these were counted again:', noDay: 'no day any more', open: 'How each was counted stands in Amparo:', stop: 'What you are told, and whether by mail, you choose under “My account”.' },
  es: { subject: 'Amparo: fechas que revisar', hello: (name) => `Hola, ${name}:`, left: (n) => (n === 0 ? 'hoy' : plural('es', n, { one: 'en # día', other: 'en # días' })), near: 'Se acercan estas fechas:', recounted: 'Cambió una regla o un calendario judicial y estos plazos se contaron de nuevo:', noDay: 'ya sin día', open: 'Cómo se contó cada uno está en Amparo:', stop: 'Qué se le avisa, y si por correo, se elige en «Mi cuenta».' },
  fr: { subject: 'Amparo : dates à voir', hello: (name) => `Bonjour ${name},`, left: (n) => (n === 0 ? 'aujourd’hui' : plural('fr', n, { one: 'dans # jour', other: 'dans # jours' })), near: 'Ces dates approchent :', recounted: 'Une règle ou un calendrier judiciaire a changé, et ces échéances ont été recomptées :', noDay: 'plus de jour', open: 'Le calcul de chacune se lit dans Amparo :', stop: 'Ce qui vous est rappelé, et si c’est par courriel, se choisit sous « Mon compte ».' },
  ar: { subject: 'Amparo: مواعيد للمراجعة', hello: (name) => `مرحبا ${name}،`, left: (n) => (n === 0 ? 'اليوم' : plural('ar', n, { one: 'بعد يوم واحد', two: 'بعد يومين', few: 'بعد # أيام', other: 'بعد # يوما' })), near: 'هذه المواعيد تقترب:', recounted: 'تغيرت قاعدة أو تقويم محكمة، وأعيد احتساب هذه الآجال:', noDay: 'لم يعد له يوم', open: 'طريقة احتساب كل موعد في Amparo:', stop: 'ما تُذكَّر به، وهل بالبريد، تختاره في «حسابي».' },
};

/** A letter about some dates, in the reader's language: code names and days, and where to read more. */
export function reminderLetter(locale: string, name: string, items: readonly ReminderItem[], address: string): { subject: string; text: string } {
  const [language, w] = words[locale] ? [locale, words[locale]] : ['en', words['en'] as Words];
  const lines = (kind: ReminderItem['kind'], head: string) => {
    const of = items.filter((item) => item.kind === kind);
    return of.length === 0 ? [] : [head, ...of.map(({ codeName, day, left }) => `  ${codeName}: ${day ? formatLegalDate(day, language) : w.noDay}${left !== null && left >= 0 ? `, ${w.left(left)}` : ''}`), ''];
  };
  return { subject: w.subject, text: [w.hello(name), '', ...lines('reminder', w.near), ...lines('recounted', w.recounted), w.open, `${address}/calendar`, '', w.stop, ''].join('\n') };
}
