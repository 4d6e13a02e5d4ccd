import { locale } from '../platform/db.ts';

// Words of the library's lists that no reference vocabulary holds. The Arabic is a draft for a native-speaking lawyer to review.
type Catalogue = Record<string, string>;
const inTheirLanguage = (texts: { en: Catalogue; es: Catalogue; fr: Catalogue; ar: Catalogue }) => {
  for (const catalogue of Object.values(texts)) Object.setPrototypeOf(catalogue, null); // "constructor" is no label
  return (language = locale()): Catalogue => texts[language as 'en'] ?? texts.en;
};

/** Where in a record a passage stands. */
export const placeLabels = inTheirLanguage({
  en: { short_name: 'Name', summary: 'In short', remedy: 'Order', issue: 'Question', citation: 'Number', title: 'Title', party: 'Party', notes: 'Note' },
  es: { short_name: 'Nombre', summary: 'En breve', remedy: 'Orden', issue: 'Pregunta', citation: 'Número', title: 'Título', party: 'Parte', notes: 'Nota' },
  fr: { short_name: 'Nom', summary: 'En bref', remedy: 'Ordonné', issue: 'Question', citation: 'Numéro', title: 'Titre', party: 'Partie', notes: 'Note' },
  ar: { short_name: 'الاسم', summary: 'باختصار', remedy: 'الأمر', issue: 'السؤال', citation: 'الرقم', title: 'العنوان', party: 'الطرف', notes: 'ملاحظة' },
});

/** Results, findings and features in the short words of lists and tables. */
export const ownLabels = inTheirLanguage({
  en: {
    decision: 'Decision', title: 'Title',
    won: 'Won', partly_won: 'Partly won', lost: 'Lost', no_merits: 'No merits ruling', pending: 'Pending',
    satisfied: 'Met', partly: 'Partly met', not_satisfied: 'Not met', not_addressed: 'Not addressed', not_reached: 'Not reached', assumed: 'Assumed', conceded: 'Conceded', not_coded: 'Not coded yet',
    compulsory_in_law: 'Compulsory by law', compulsory_in_fact: 'Compulsory in practice', central_register: 'Central register', no_central_register: 'No central register',
  },
  es: {
    decision: 'Decisión', title: 'Título',
    won: 'Ganado', partly_won: 'Ganado en parte', lost: 'Perdido', no_merits: 'Sin decisión de fondo', pending: 'Pendiente',
    satisfied: 'Cumplido', partly: 'Cumplido en parte', not_satisfied: 'No cumplido', not_addressed: 'No tratado', not_reached: 'No alcanzado', assumed: 'Supuesto', conceded: 'Admitido', not_coded: 'Aún sin codificar',
    compulsory_in_law: 'Obligatorio por ley', compulsory_in_fact: 'Obligatorio en la práctica', central_register: 'Registro central', no_central_register: 'Sin registro central',
  },
  fr: {
    decision: 'Décision', title: 'Titre',
    won: 'Gagné', partly_won: 'Gagné en partie', lost: 'Perdu', no_merits: 'Pas de décision au fond', pending: 'En cours',
    satisfied: 'Rempli', partly: 'Rempli en partie', not_satisfied: 'Non rempli', not_addressed: 'Non examiné', not_reached: 'Non atteint', assumed: 'Supposé', conceded: 'Admis', not_coded: 'Pas encore codé',
    compulsory_in_law: 'Obligatoire en droit', compulsory_in_fact: 'Obligatoire en pratique', central_register: 'Registre central', no_central_register: 'Pas de registre central',
  },
  ar: {
    decision: 'القرار', title: 'العنوان',
    won: 'كسب', partly_won: 'كسب جزئي', lost: 'خسارة', no_merits: 'لا حكم في الموضوع', pending: 'قيد النظر',
    satisfied: 'مستوفى', partly: 'مستوفى جزئيًا', not_satisfied: 'غير مستوفى', not_addressed: 'لم يُتناول', not_reached: 'لم يُبلغ', assumed: 'مفترض', conceded: 'مسلَّم به', not_coded: 'لم يُرمَّز بعد',
    compulsory_in_law: 'إلزامي بحكم القانون', compulsory_in_fact: 'إلزامي عمليًا', central_register: 'سجل مركزي', no_central_register: 'بلا سجل مركزي',
  },
});
