import { languagePack } from '../pack.ts'
import { spanishNames } from './names.ts'
import { spanishQuestions } from './questions.ts'
import { spanishQuotations } from './quotations.ts'
import { spanishTimes } from './times.ts'

/** What a note calls its own article. */
const own = 'est[ea] (?:art[ií]culo|texto|nota|noticia|informaci[oó]n|reportaje|pieza)'

const parts = { times: spanishTimes, questions: spanishQuestions, quotations: spanishQuotations }

export const spanish = languagePack(parts, {
  code: 'es',
  names: spanishNames,
  sentences: {
    titles: 'sr sra srta sres dra d dn dña don lic arq gral cap cnel mons excmo excma',
    inner: 'ee uu ee.uu a.c d.c p.ej ej aprox ud uds tel av avda c pza dpto dto s.a s.l s.m ss.mm vs cía hnos admón',
    final: 'etc',
    beforeNumber: 'no núm núms nº n.º pág págs art arts cap vol fig p pp km',
    starters: `el la los las un una unos unas lo este esta esto estos estas ese esa eso aquel él ella ellos ellas nosotros yo y o
    pero sin con en de del por para según cuando como si no sí aunque además también así tras desde hasta entre hoy ayer su sus
    se qué quién cómo dónde ya más muchos algunos`,
  },
  numbers:
    'dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90',
  relativeLength: 1.12,
  leaning:
    'él|ella|ellos|ellas|ello|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|aquellos|aquellas|su|sus|ambos|ambas|pero|sino|y|o|además|asimismo|también|tampoco|sin embargo|no obstante|por (?:eso|ello|tanto|su parte|otro lado|otra parte)|por lo tanto|así|entonces|luego|después|mientras tanto|en cambio|allí|ahí|aquí|otro|otra|otros|otras|dichos?|dichas?|según (?:él|ella|ellos|ellas)|(?:dijo|añadió|agregó|afirmó|aseguró|explicó|señaló|indicó|sostuvo|recordó|insistió|subrayó|reiteró|admitió|advirtió|concluyó|negó|detalló|precisó|apuntó)(?=,| que| también| además| haber)',
  interpreting: {
    languages: {
      ar: 'árabe',
      fr: 'francés',
      de: 'alemán',
      es: 'español|castellano',
      en: 'inglés',
      '*': 'ruso|ucraniano|hebreo|persa|turco|kurdo|chino|mandarín|japonés|coreano|hindi|portugués|italiano|neerlandés|polaco|griego|sueco|catalán|euskera|vasco|gallego|quechua|aymara|guaraní|náhuatl|criollo|lengua de (?:signos|señas)',
    },
    spokenIn: '(?<!\\p{L})(?:en (?:LANGUAGE)(?!\\p{L})|traducid[oa]s? del (?:LANGUAGE)(?!\\p{L}))',
    through:
      '(?<!\\p{L})(?:(?:a través|por medio|con ayuda) de (?:una?|su|la|el) (?:intérprete|traductora?)|según (?:la|una) traducción)(?!\\p{L})',
    small:
      'el|la|los|las|de|del|y|es|son|que|no|nos|se|lo|un|una|en|para|por|con|mi|su|nuestro|nuestra|yo|está|están|al|me',
  },
  stopWords: {
    articles: `el los las del al un una unos unas y o pero que de en por para con sin sobre entre se su sus es son
fue ser ha han había como más no lo le les este esta estos estas según tras desde hasta también ya años año`,
    questions: `el la lo los las del al un una unos unas y e o a con no como son entre ha le me te tu si mi este esta ese esa que de en por para sin sobre se su sus es fue fueron ser está están estaba ha habían había
cómo cuándo dónde quién quiénes qué cuánto cuánta cuántos cuántas cuál cuáles porque más lo les esta estos estas según tras desde hasta
también ya muy pero dijo dijeron dicho acerca respecto ocurrió sucedió pasó pasado ocurrido sucedido`,
  },
  pronouns: 'ella ellos ellas aquello',
  opposites: `
  detenido detenida detenidos detuvo detuvieron arrestado arrestada arrestó encarcelado / liberado liberada liberados liberó liberaron excarcelado
  secuestrado secuestrada secuestrados secuestró secuestraron / liberado liberada liberados liberó liberaron rescatado rescatados
  detenido / interrogado
  acusado acusada imputado imputada / condenado condenada condenó culpable / absuelto absuelta absolvió inocente
  subió subieron sube suben aumentó aumentaron aumento creció crecieron / bajó bajaron baja bajan disminuyó descenso cayó cayeron
  más / menos
  ganó ganado gana / perdió perdido pierde
  aceptó aceptado aprobó aprobado aprobada aprobaron ratificó / rechazó rechazado rechazada rechazaron vetó
  confirmó / desmintió
  confirma / desmiente
  confirmó / anuló
  negó niega / admitió admite confesó
  apoya / rechaza
  favor / contra
  abierto abierta abrió abre reabrió abrir reabrir / cerrado cerrada cerró cierra cerrar
  suspendió suspendido suspendida / reanudó reanudado reanudada
  empezó comenzó / terminó
  nombró nombrado nombrada / destituyó destituido destituida despidió
  permite permitió / prohíbe prohibió
  impuso / levantó
  compró / vendió
  muertos / heridos
  antes / después
  norte / sur
  vivo viva vivos / muerto muerta muertos
  legal / ilegal
  cierto / falso`,
  irregularVerbs: `abrir:abrió|abrieron|abierto|abierta reabrir:reabrió|reabrieron|reabierto|reabierta`,
  ahead: 'va van debe deben deberá deberán podría podrían prevé prevén planea planean',
  shortOf: [
    [/^(?:intent(?:ó|a|aron)|quiere|quería|quiso)$/, /^\p{L}+(?:ar|er|ir)$/u],
    [/^(?:trat(?:ó|a|aron)|amenaz(?:ó|a|aron)|prometi(?:ó|eron)|neg(?:ó|aron))$/, /^(?:de|con|a)$/],
  ],
  notes: {
    labels: {
      retraction: 'retractación',
      correction: 'correcci[oó]n|fe de (?:erratas?|errores)|rectificaci[oó]n',
      clarification: 'aclaraci[oó]n',
    },
    openLabels: { 'editor-note': 'nota (?:de la redacci[oó]n|del editor)', update: 'actualizaci[oó]n' },
    retracted: String.raw`\b(?:hemos (?:retirado|eliminado|despublicado) ${own}|${own} (?:ha sido|fue) (?:retirad|eliminad|despublicad)[oa])(?!\p{L})`,
    changed: String.raw`\b(?:una versi[oó]n (?:anterior|previa) de ${own}|${own} (?:ha sido|fue) (?:corregid|modificad|actualizad|editad|rectificad|ampliad)[oa])`,
    changedAfter: String.raw`\btras (?:su|la) publicación`,
    clarified: 'aclaraci',
    wrong: 'corregid|correcci|err[oó]ne|por error|erroneamente',
    trigger: 'aclaraci|redacci|fe de err|est[ea] |hemos',
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  },
  statements: {
    reporting: String.raw`dij\p{L}+|anunci\p{L}+|afirm\p{L}+|señal\p{L}+|explic\p{L}+`,
    attributed:
      'según|de acuerdo con|dij(?:o|eron)|dice|afirm(?:ó|a|aron)|asegur(?:ó|a|aron)|indic(?:ó|aron)|acus(?:ó|a|aron)|denunci(?:ó|a|aron)|sostiene|sostuvo',
    says: 'dijo|dijeron|afirmó|aseguró|aseguraron|indicó',
    accordingTo: '[Ss]egún',
    tellers: 'él|ella|ellos|ellas|su|sus',
    denials: 'nunca|jamás|ningun[oa]?|ningún|nadie|sin|tampoco',
    hedges: 'habrían?|presuntamente|supuestamente|quizás?',
    amounts: { all: 'todos|todas', most: 'mayoría', half: 'mitad', some: 'algunos|algunas' },
    turnsBefore:
      'no|nunca|jamás|nadie|sin|si|(?:ellos|algunos|mis adversarios|él|ella)? ?(?:dicen|afirman|pretenden|creen|dice que)',
    turnsAfter: 'es (?:falso|mentira)',
    idleDenials: 'sin duda|no cabe duda|no s[oó]lo',
    answers: 'no|nunca',
    but: 'pero|sino',
  },
  sections: {
    World: 'mundo internacional',
    Politics: 'política',
    Business: 'economía negocios',
    Science: 'ciencia',
    Health: 'salud',
    Sport: 'deportes',
    Culture: 'cultura',
    Technology: 'tecnología',
    Climate: 'clima',
  },
})
