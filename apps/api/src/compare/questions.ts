import type { Limb } from '@amparo/domain';
import { locale } from '../platform/db.ts';

type Questions = Partial<Record<Limb, string>>;
/** Each test as a question that a newcomer understands. */
const questions: Record<'en' | 'es' | 'fr' | 'ar', Questions> = {
  en: {
    legality: 'Is there a clear law?', legitimate_aim: 'Is the purpose proper?', rational_connection: 'Does it serve that purpose?', necessity: 'Was a milder way open?', balancing: 'Is the price too high?',
    safeguards: 'Are people’s data protected?', non_discrimination_prima_facie: 'Does it hit some groups harder?', public_participation: 'Were people heard first?',
    justification: 'Is the difference justified?', minimum_core: 'Is the core of the right kept?', legislative_process: 'Was the law made in the right way?', data_protection_prerequisite: 'Did protection come first?',
    due_process: 'Can a person be heard and appeal?', essential_content: 'Is the essence of the right left?', best_interests_of_child: 'Does it put children first?', standing: 'May these people sue?',
    exhaustion: 'Were other ways tried first?', jurisdiction: 'May this court decide it?', overall: 'Does the measure stand?',
  },
  es: {
    legality: '¿Hay una ley clara?', legitimate_aim: '¿Es legítimo el fin?', rational_connection: '¿Sirve a ese fin?', necessity: '¿Había una vía menos gravosa?', balancing: '¿Es demasiado alto el precio?',
    safeguards: '¿Están protegidos los datos de las personas?', non_discrimination_prima_facie: '¿Afecta más a algunos grupos?', public_participation: '¿Se escuchó antes a la gente?',
    justification: '¿Está justificada la diferencia?', minimum_core: '¿Se respeta el núcleo del derecho?', legislative_process: '¿Se hizo bien la ley?', data_protection_prerequisite: '¿Vino antes la protección?',
    due_process: '¿Puede la persona ser oída y recurrir?', essential_content: '¿Queda la esencia del derecho?', best_interests_of_child: '¿Pone primero a la niñez?', standing: '¿Pueden demandar estas personas?',
    exhaustion: '¿Se intentaron antes otras vías?', jurisdiction: '¿Puede decidirlo este tribunal?', overall: '¿Se mantiene la medida?',
  },
  fr: {
    legality: 'Y a-t-il une loi claire ?', legitimate_aim: 'Le but est-il légitime ?', rational_connection: 'La mesure sert-elle ce but ?', necessity: 'Une voie moins sévère existait-elle ?', balancing: 'Le prix est-il trop élevé ?',
    safeguards: 'Les données des personnes sont-elles protégées ?', non_discrimination_prima_facie: 'Certains groupes sont-ils plus touchés ?', public_participation: 'Les gens ont-ils été entendus avant ?',
    justification: 'La différence est-elle justifiée ?', minimum_core: 'Le noyau du droit est-il préservé ?', legislative_process: 'La loi a-t-elle été bien faite ?', data_protection_prerequisite: 'La protection est-elle venue d’abord ?',
    due_process: 'Peut-on être entendu et faire appel ?', essential_content: 'L’essence du droit demeure-t-elle ?', best_interests_of_child: 'L’enfant passe-t-il en premier ?', standing: 'Ces personnes peuvent-elles agir ?',
    exhaustion: 'Les autres voies ont-elles été tentées ?', jurisdiction: 'Cette cour peut-elle en décider ?', overall: 'La mesure tient-elle ?',
  },
  ar: { // a draft for a native-speaking lawyer to review; what is missing is asked in English
    legality: 'هل يوجد قانون واضح؟', legitimate_aim: 'هل الغرض مشروع؟', rational_connection: 'هل يخدم ذلك الغرض؟', necessity: 'هل كان هناك سبيل أخف؟', balancing: 'هل الثمن باهظ؟',
    safeguards: 'هل بيانات الناس محمية؟', non_discrimination_prima_facie: 'هل يصيب بعض الفئات أكثر؟', public_participation: 'هل سُمع الناس أولًا؟',
  },
};
export const questionOf = (limb: Limb, language = locale()): string => questions[language as 'en']?.[limb] ?? questions.en[limb] ?? '';
