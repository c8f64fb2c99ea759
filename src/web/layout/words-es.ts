import { formsIn, numbersIn } from './number-forms.ts'
import type * as en from './words-en.ts'
import type { AccessWords, FormAgainWords, LivePostWords, SectionNames } from './words-en.ts'

export const accessEs: AccessWords = {
  locked: 'Solo suscriptores',
  metered: 'Lectura gratuita limitada',
  meaning: 'Según la página del medio. Al lado se indica cuánto texto tenemos.',
}

export const locale = 'es-ES'
const grouped = numbersIn(locale)
const rules = formsIn('es')
export const number = (count: number) => grouped.format(count)

/** Counts a noun; after whole millions Spanish puts “de” before it: `1 artículo`, `2 artículos`, `1.000.000 de artículos`. */
export const plural = (count: number, one: string, many: string) =>
  rules.select(count) === 'many' ? `${number(count)} de ${many}` : agree(count, one, many)

/** A number with words that agree with it but are not a noun: `1 nueva`, `2 nuevas`. */
export const agree = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`

export const counts: typeof en.counts = {
  colon: ': ',
  articles: (count) => plural(count, 'artículo', 'artículos'),
  reports: (count) => plural(count, 'información independiente', 'informaciones independientes'),
  copies: (count) => plural(count, 'copia', 'copias'),
  quotes: (count) => plural(count, 'cita', 'citas'),
  differences: (count) => plural(count, 'discrepancia', 'discrepancias'),
  outletsCount: (count) => plural(count, 'medio', 'medios'),
  wordings: (count) => plural(count, 'formulación', 'formulaciones'),
  stories: (count) => plural(count, 'historia', 'historias'),
  sourcesCount: (count) => plural(count, 'fuente', 'fuentes'),
  feedsCount: (count) => plural(count, 'feed', 'feeds'),
  independentOf: (reports, total) =>
    `${plural(reports, 'información independiente', 'informaciones independientes')} en ${plural(total, 'artículo', 'artículos')}`,
  more: (count) => `${number(count)} más`,
}

export const explanations: typeof en.explanations = [
  {
    id: 'independence',
    title: 'Informaciones independientes',
    caption:
      'Ocho artículos sobre un mismo hecho: cinco publican una información, dos otra y uno la suya propia. Tres informaciones independientes.',
    paragraphs: [
      'Los artículos que comparten frases palabra por palabra forman un grupo, y cada grupo cuenta una sola vez, lo publiquen los medios que lo publiquen. Una historia con 27 artículos y 4 informaciones independientes se contó cuatro veces y se copió 23. Compartir una cita no es copiar, y los medios de un mismo propietario no cuentan como independientes entre sí.',
      'La firma de una agencia o, si falta, la hora más temprana que conocemos indica quién informó primero; si no hay ni una ni otra, lo decimos. El «texto original» es la parte de las palabras de un artículo que no aparece en ningún artículo anterior de la historia. Los artículos que dan los mismos datos en el mismo orden con otras palabras llevan una marca, pero cuentan.',
    ],
  },
  {
    id: 'today',
    title: 'El orden de las historias',
    paragraphs: [
      'Primero van las historias con dos o más informaciones independientes; después, según cuántas tengan, lo recientes que sean y lo rápido que crezcan. «Por qué en este puesto» muestra de dónde sale el lugar de cada historia.',
      '«Nueva» señala las seis primeras horas de una historia; «En desarrollo», el tiempo siguiente, mientras sigan llegando artículos. «Una sola fuente» quiere decir que ningún otro medio la ha publicado; «Versiones distintas», que contiene declaraciones que se contradicen.',
    ],
  },
  {
    id: 'citations',
    title: 'Referencias',
    caption: 'Cada afirmación de la página lleva a la frase de la que procede, marcada en su párrafo.',
    paragraphs: [
      'Cada afirmación enlaza con la frase de la que procede. Comparamos cada referencia letra por letra con el texto guardado, descartamos lo que no coincide y decimos cuánto hemos descartado. Si un artículo cambia, conservamos la versión anterior, de modo que una referencia sigue mostrando lo que se dijo.',
    ],
  },
  {
    id: 'differences',
    title: 'Cuando las versiones difieren',
    caption: 'Dos versiones, una junto a otra, cada una con su fuente. Sin veredicto.',
    paragraphs: [
      'Solo ponemos dos declaraciones una junto a otra cuando la frase de un periodista dice que difieren o cuando se da una cifra distinta para el mismo momento. No decimos quién tiene razón. Un número que crece de hora en hora es una actualización, no una discrepancia.',
    ],
  },
  {
    id: 'confidence',
    title: 'Quién lo dijo',
    caption: 'Por encima de la línea damos el nombre; por debajo decimos «probablemente».',
    paragraphs: [
      'Las citas aparecen exactamente como están en el artículo. Identificamos a su autor por un patrón, como un nombre después de las palabras o un pronombre, probado con artículos etiquetados. Por debajo del 60 % decimos «probablemente»; si no se nombra a nadie, la cita queda sin autor.',
    ],
  },
  {
    id: 'dates',
    title: 'Fechas',
    paragraphs: ['Una fecha deducida de palabras como «el viernes» aparece junto a esas palabras.'],
  },
  {
    id: 'completeness',
    title: 'Texto completo o parcial',
    caption: 'Completo, cortado por un muro de pago, solo un resumen, sin el principio: siempre se indica.',
    paragraphs: [
      '«Texto completo» significa que encontramos el artículo entero, en su página o en su feed. Si no, una marca dice qué falta, y la página del artículo, por qué. Nunca resumimos un texto incompleto como si estuviera completo ni decimos que su medio omitió algo.',
    ],
  },
  {
    id: 'privacy',
    title: 'Privacidad',
    caption: 'Este servidor pide a los medios sus feeds y sus páginas. Nada sobre ti sale de aquí.',
    paragraphs: [
      'Tu navegador solo habla con este servidor; las imágenes también pasan por él. Lo que lees se guarda aquí y en ningún otro sitio.',
    ],
  },
]

export const formAgainEs: FormAgainWords = {
  title: 'Falta algo',
  wrongTitle: 'Algo no está bien',
  lead: 'No se ha cambiado nada. Lo que escribiste sigue aquí.',
  unclear: 'Alguno de estos campos no se puede usar tal como está.',
  empty: 'Este campo es obligatorio.',
  unchosen: 'Elige una opción en la página anterior.',
  notTicked: 'Marca esta casilla para continuar.',
  noFile: 'Elige un archivo.',
  fileAgain: 'Vuelve a elegir el archivo.',
  unusable: 'Esto no se puede usar tal como está.',
  tooLong: (most) => `Hasta ${plural(most, 'carácter', 'caracteres')}.`,
  again: 'Enviar de nuevo',
  back: 'Volver',
  fields: {
    address: 'Dirección',
    title: 'Título',
    name: 'Nombre',
    newName: 'Nuevo nombre',
    folder: 'Carpeta (opcional)',
    tags: 'Etiquetas, separadas por comas',
    search: 'Búsqueda',
    words: 'Palabras',
    note: 'Nota',
    text: 'Texto',
    reason: 'Motivo',
    choice: 'Opción',
    file: 'Archivo',
    sure: 'Sí, de verdad',
    perHour: 'Por hora',
    from: 'Desde',
    until: 'Hasta',
    items: 'Selector de un artículo',
  },
}

export const everyPage: typeof en.everyPage = {
  skip: 'Ir al contenido',
  mainNavigation: 'Navegación principal',
  sources: 'Fuentes',
  add: 'Añadir',
  about: 'Cómo funciona Twosource',
  search: 'Buscar',
  searchLabel: 'Noticias, citas, personas',
  theme: 'Apariencia',
  themes: { auto: 'Sistema', light: 'Claro', dark: 'Oscuro' },
  language: 'Idioma',
  save: 'Guardar',
  timesIn: (zone) => `Horas: ${zone}.`,
  noTracking: 'Sin rastreo. No se carga nada de otros sitios.',
  justNow: 'ahora mismo',
  timeUnknown: 'Fecha desconocida',
  opensElsewhere: 'original',
}

export const frame: typeof en.frame = {
  places: {
    today: 'Hoy',
    feeds: 'Feeds',
    following: 'Siguiendo',
    library: 'Biblioteca',
    brief: 'Resumen del día',
    ask: 'Preguntar',
    check: 'Verificar un texto',
    people: 'Personas',
    sources: 'Fuentes',
    desk: 'Mesa',
    discussion: 'Debate',
    add: 'Añadir feeds',
    settings: 'Ajustes',
    account: 'Cuenta',
    server: 'Servidor',
  },
  saved: 'Guardados',
  notes: 'Notas',
  history: 'Historial',
  more: 'Más',
  keyGroups: { move: 'Moverse', item: 'Con un elemento', page: 'En la página', go: 'Ir a' },
  keys: {
    j: 'elemento siguiente',
    k: 'elemento anterior',
    n: 'sección siguiente',
    p: 'sección anterior',
    o: 'abrirlo',
    v: 'abrir el original',
    m: 'marcar como leído o no leído',
    s: 'guardar',
    A: 'marcar los de arriba como leídos',
    B: 'marcar los de abajo como leídos',
    f: 'seguir',
    u: 'deshacer lo último',
    l: 'escuchar o pausar',
    ',': 'al escuchar: frase anterior',
    '.': 'al escuchar: frase siguiente',
    '/': 'buscar',
    z: 'modo lectura',
    '?': 'esta lista',
  },
  keysNote: 'En una referencia abierta junto al texto, j y k llevan a la referencia siguiente y a la anterior.',
  newStories: (count) => plural(count, 'historia nueva', 'historias nuevas'),
  storyChanged: 'Esta historia ha cambiado',
  show: 'mostrar',
  previousCitation: 'Referencia anterior',
  nextCitation: 'Referencia siguiente',
  paragraphBefore: 'Párrafo anterior',
  paragraphAfter: 'Párrafo siguiente',
  listen: 'Escuchar',
  pause: 'Pausar',
  goOn: 'Continuar',
  stop: 'Detener',
  speed: 'Velocidad',
  compare: 'Comparar las formulaciones',
}

export const keyboard: typeof en.keyboard = {
  keys: 'Atajos de teclado',
  keysOn: 'Usar atajos de una sola tecla',
}

export const app: typeof en.app = {
  showPicture: 'Mostrar la imagen',
  pictureLoading: 'Cargando la imagen…',
  pictureFailed: 'No se pudo cargar la imagen.',
  pictureNote: 'Las imágenes llegan del medio a través de este servidor, nunca directamente a tu dispositivo.',
  alwaysShow: 'Mostrar siempre las imágenes',
  share: 'Compartir',
  copyLink: 'Copiar enlace',
  linkCopied: 'Enlace copiado.',
  linkNotCopied: 'No se pudo copiar el enlace. Cópialo de la barra de direcciones.',
  printed: 'Impreso el',
  addresses: 'Direcciones',
  offlineSince: 'No se puede conectar con el servidor. Esta copia es del',
  tryAgain: 'Reintentar',
  offline: 'Leer sin conexión',
  offlineLead:
    'Las páginas que has abierto o guardado y lo más destacado de Hoy: hasta 200 páginas; primero se eliminan las más antiguas.',
  notKept: 'No tienes conexión y esta página no está guardada en este dispositivo.',
  notSent:
    'No tienes conexión y esto no se puede enviar más tarde. No se ha cambiado nada: vuelve atrás y envíalo cuando tengas conexión.',
  copiesKept: 'Páginas guardadas',
  copiesSize: 'Espacio ocupado',
  changesWaiting: 'Cambios pendientes de enviar',
  changesRefused: 'Cambios que el servidor rechazó',
  sendNow: 'Enviar ahora',
  forgetRefused: 'Descartar',
  keepNow: 'Guardar lo más destacado de Hoy',
  clearCopies: 'Eliminar todo',
  copiesCleared: 'Se han eliminado todas las copias.',
  keptPages: 'En este dispositivo',
  noCopies: 'Todavía no hay nada guardado.',
  needsHttps: 'Las copias sin conexión requieren https o localhost.',
  needsScript: 'Las copias sin conexión requieren JavaScript.',
  install: 'Instalar la aplicación',
  installHint: 'Busca «Instalar» o «Añadir a la pantalla de inicio» en el menú del navegador.',
  description: 'Cada historia una sola vez, con todas sus fuentes.',
  shared: 'Página compartida',
  sharedNothing: 'No se ha compartido ninguna dirección web.',
  sharedUnknown: 'Todavía no tenemos ningún artículo de esta dirección.',
  readPage: 'Leer esta página',
  readPageNote: 'La descargamos una vez y la guardamos como un artículo de un feed.',
  addItsFeed: 'Añadir su feed',
  readFailed: 'No hemos podido leer esta página',
}

export const problems: typeof en.problems = {
  notFound: 'Página no encontrada',
  notFoundNote: 'Puede que se haya eliminado o que la URL esté incompleta.',
  refused: 'Petición rechazada',
  refusedNote: 'La petición venía de otro sitio, así que no se ha cambiado nada.',
  otherReaderNote: 'Ahora hay otra sesión iniciada, así que no se ha cambiado nada.',
  badRequest: 'Falta algo',
  badRequestNote: 'Una parte de la petición falta o no es válida. Vuelve atrás e inténtalo de nuevo.',
  tooLarge: 'Demasiado grande',
  tooLargeNote: 'Es más de lo que admite esta página.',
  broken: 'Algo ha fallado',
  brokenNote: 'El error es nuestro. No se ha perdido nada.',
  busyNow: 'Ocupado en este momento',
  busyNowNote: 'La base de datos no respondió a tiempo. No se ha cambiado nada; inténtalo de nuevo en un momento.',
  unconfirmed: 'Sin confirmar',
  unconfirmedNote:
    'La conexión se cortó mientras se guardaba el cambio. Comprueba si está hecho antes de intentarlo de nuevo.',
  inLog: 'Referencia del error:',
  backToToday: 'Ir a Hoy',
}

export const livePostsEs: LivePostWords = {
  title: 'Entradas del directo',
  order: 'En el orden de la página del medio. Una hora sin zona horaria aparece como la escribió el medio.',
  link: 'Enlace a esta entrada',
}

export const sectionNamesEs: SectionNames = {
  World: 'Internacional',
  Politics: 'Política',
  Business: 'Economía',
  Science: 'Ciencia',
  Health: 'Salud',
  Sport: 'Deportes',
  Culture: 'Cultura',
  Technology: 'Tecnología',
  Local: 'Noticias locales',
  Climate: 'Clima',
}
