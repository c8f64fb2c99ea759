import { agree, number, plural } from '../layout/words-es.ts'
import type * as en from './words-en.ts'
import type { FeedsOutWords, HubWords, LettersWords, ListImportWords, MailboxWords, PageFeedWords } from './words-en.ts'

export const listImportEs: ListImportWords = {
  title: 'Importación OPML',
  from: 'De',
  feeds: 'Feeds importados',
  states: { running: 'Importando', done: 'Terminada', cancelled: 'Detenida' },
  counts: (added, existing) => `Añadidos: ${added}; ya estaban aquí: ${existing}.`,
  note: 'Puedes salir de esta página; la importación continúa en segundo plano.',
  reload: 'Actualizar',
  lists: 'Importaciones recientes',
  addressTitle: 'OPML de la web',
  addressLead: 'Descargamos el archivo una vez.',
  addressLabel: 'URL del archivo OPML',
  pages: (page, pages) => `Página ${page} de ${pages}`,
}

export const welcome: typeof en.welcome = {
  welcome: 'Cada historia una sola vez, con todas sus fuentes',
  welcomeLead:
    'Twosource agrupa los artículos de tus feeds por hechos y muestra quién informó de verdad, quién copió y qué dijo cada persona. Cada frase enlaza con su fuente.',
  welcomeStart: 'Elegir fuentes',
  gathering: 'Leyendo tus fuentes por primera vez',
  gatheringNote:
    'Las historias aparecen abajo a medida que se leen los artículos. Puedes dejar esta página abierta o volver más tarde.',
}

export const adding: typeof en.adding = {
  addByUrl: 'Sitio web o feed',
  addByUrlHint: 'Escribe un sitio y buscaremos sus feeds.',
  address: 'Dirección URL',
  importHint: 'Importa un archivo OPML de otro lector. Tus feeds actuales se conservan.',
  opmlFile: 'Archivo OPML',
  packsTitle: 'Selecciones para empezar',
  addPacks: 'Añadir las selecciones marcadas',
  added: (feeds) => `Se ha añadido: ${feeds}.`,
  alreadyHere: (count) => `${agree(count, 'ya estaba', 'ya estaban')} aquí.`,
  addedNote: 'Cargando los artículos.',
  chooseFeed: 'Esta página tiene varios feeds. ¿Cuál quieres?',
  notAdded: 'No se ha añadido',
}

export const firstRun: typeof en.firstRun = {
  feedsNote: 'Elige algunos feeds para empezar. Todo lo que publiquen aparecerá aquí.',
  promises: [
    'Un texto de agencia publicado por veinte periódicos es una sola historia y cuenta una vez.',
    'Cada cita coincide exactamente con su artículo. Tócala para verla en contexto.',
    'Sin cuenta y sin rastreo. Todo funciona en esta máquina.',
  ],
  drawing: 'Ocho artículos sobre un mismo hecho forman una historia con tres informaciones independientes.',
  choose: 'Elige una selección para empezar',
  chooseNote: 'Cada selección reúne varios medios conocidos sobre un tema. Después puedes quitar los que quieras.',
  begin: 'Empezar a leer',
  or: 'O añade los tuyos',
  demo: '¿Solo quieres mirar? Pruébalo con noticias inventadas:',
  steps: ['Elegir', 'Descargar', 'Empezar a leer'],
  stepsLabel: 'Pasos',
  reading: 'Descargando tus fuentes',
  readingNote: 'Tarda uno o dos minutos. Puedes salir de esta página; continúa en segundo plano.',
  first: 'Primeras historias',
  noneYet: 'Las historias aparecen aquí a medida que llegan los artículos.',
  ready: (stories) => `Ya disponible: ${stories}`,
  readyNote: 'A partir de ahora los artículos nuevos llegan automáticamente.',
  open: 'Abrir Hoy',
  openFeeds: 'Abrir Feeds',
  waitingNote: (articles) =>
    `Tus feeds tienen ${articles} por leer. Las historias aparecen cuando se publican artículos nuevos.`,
  nothing: 'Todavía no ha llegado nada',
  nothingNote: 'Tus fuentes no han devuelto ningún artículo. Revisa tu conexión.',
  seeFeeds: 'Ver tus feeds',
  refused: {
    'no-address': ['Eso no es una dirección web.', 'Prueba con example.org o https://example.org/feed.xml.'],
    'no-feed': ['Esta página no enlaza con ningún feed.', 'Busca «RSS» o «Feed» en el sitio y usa ese enlace.'],
    gone: ['El editor ha eliminado este feed.', 'Busca otro en su sitio.'],
    'not-found': ['No hay nada en esta dirección.', 'Revisa cómo está escrita o escribe la dirección del sitio.'],
    forbidden: [
      'El sitio rechaza los lectores de feeds.',
      'Algunos feeds necesitan un enlace personal: inicia sesión allí y cópialo.',
    ],
    busy: ['El sitio nos ha pedido que esperemos.', 'Inténtalo de nuevo en unos minutos.'],
    'server-error': ['El sitio tiene un problema.', 'Inténtalo más tarde.'],
    'too-large': ['Es demasiado grande para cargarlo.', 'Un feed puede tener como máximo 16 MB.'],
    timeout: ['El sitio no respondió a tiempo.', 'Inténtalo de nuevo.'],
    'refused-address': [
      'Esta dirección está en una red privada.',
      'Para permitirla, define TWOSOURCE_ALLOW_PRIVATE=true y reinicia.',
    ],
    'proxy-error': ['El proxy de este servidor no funciona.', 'Pide al propietario que ejecute twosource doctor.'],
    'network-error': ['No hemos podido conectar con ese sitio.', 'Revisa cómo está escrito y tu conexión.'],
    quota: ['Son más feeds de los que puede tener aquí un lector.', 'Deja alguno fuera o habla con el propietario.'],
    'too-often': ['Has alcanzado el límite por hora.', 'Inténtalo de nuevo en unos minutos.'],
    'too-deep': ['No podemos leer este archivo.', 'Consulta los detalles abajo.'],
    'not-a-feed': ['Eso no es un feed ni una página web.', 'Escribe la dirección del sitio y buscaremos sus feeds.'],
    'not-opml': ['Este archivo no es una lista de suscripciones.', 'En tu otro lector, elige Exportar y después OPML.'],
    'empty-opml': ['El archivo no contiene ningún feed.', 'Vuelve a exportarlo desde tu otro lector.'],
    'nothing-chosen': ['No has elegido nada.', 'Elige al menos uno.'],
    unknown: ['No hemos podido añadirlo.', 'Compruébalo en un navegador e inténtalo de nuevo.'],
  },
  inside: (feeds) => `En el archivo: ${feeds}`,
  insideNote: 'Todavía no se ha añadido nada. Desmarca las carpetas que no quieras.',
  isHere: 'ya añadido',
  skipped: (count) => plural(count, 'línea no se pudo leer', 'líneas no se pudieron leer'),
  takeIn: 'Añadir estos',
}

export const feedsOutEs: FeedsOutWords = {
  title: 'Feeds para otras aplicaciones',
  lead: 'Lee cualquier lista de aquí en otro lector de feeds, con una URL privada. Cualquiera que tenga la URL puede leer ese feed, y nada más.',
  kinds: {
    feeds: 'Todos mis feeds',
    starred: 'Guardados en Feeds',
    story: 'Historia',
    entity: 'Persona, organización o lugar',
    source: 'Fuente',
    search: 'Búsqueda',
  },
  choose: 'Feed de',
  make: 'Crear URL',
  madeAt: 'creada',
  notShown: 'Esta URL funciona, pero no se puede volver a mostrar. Elimínala y crea otra para verla.',
  revokeSure: 'Sí, desactivar esta URL',
  revoked: 'URL desactivada.',
  tooMany: (most) => `Tienes ${most} URL. Elimina antes una.`,
  announced: 'actualizaciones instantáneas',
  announce: 'Enviar actualizaciones instantáneas',
  stopAnnouncing: 'Detener las actualizaciones instantáneas',
  announceNote:
    'Las actualizaciones instantáneas usan WebSub: el hub que eligió el propietario del servidor conoce la URL y el contenido del feed.',
  plain: 'URL sin clave secreta',
  plainNote: 'Funciona en un navegador con la sesión iniciada, y para invitados si tienen permiso de lectura.',
}

export const hubsEs: HubWords = {
  toldBy: 'Actualizaciones instantáneas de',
  until: 'hasta',
  lastTold: 'última actualización',
}

export const lettersEs: LettersWords = {
  title: 'Boletines',
  lead: 'Crea una dirección de correo, suscríbete con ella a un boletín y léelo aquí como un feed. Solo tú puedes verlo.',
  name: 'Nombre del boletín',
  make: 'Crear una dirección',
  made: 'Dirección creada',
  madeNote: 'Suscríbete con ella. Si el boletín te pide confirmación, ese correo también llega aquí.',
  tooMany: (most) => `Tienes ${most} direcciones. Quita antes un boletín.`,
  off: 'Los boletines todavía no están configurados',
  offNote: 'Pide al propietario del servidor que los active.',
  ownerNote: 'Define TWOSOURCE_MAIL_PORT y TWOSOURCE_MAIL_DOMAIN; consulta la guía.',
  noneNote:
    'Usa una dirección para cada boletín. Si una dirección se filtra, sabrás quién la compartió y podrás eliminar solo esa.',
  letters: (count, shown) => (count === 1 ? '1 número' : `${shown} números`),
  lastLetter: 'el más reciente',
  noLetter: 'ningún número todavía',
  ended: 'cerrada desde',
  endSure: 'Sí, rechazar los correos nuevos',
  endedNow: 'Los correos nuevos a esa dirección se rechazan. Los números anteriores se conservan.',
  leaveAt: 'Darse de baja en',
  leaveByMail: 'Darse de baja por correo a',
  leaveNote: 'no se envía nada hasta que lo hagas',
  leftOut: (count) => (count === 1 ? 'Adjunto no conservado:' : `${number(count)} adjuntos no conservados:`),
  unnamedFile: 'sin nombre',
  unreadable: ['No se pudo leer un correo y se rechazó.', 'Se ha avisado a su remitente.'],
}

export const mailboxesEs: MailboxWords = {
  title: 'Desde tu buzón',
  lead: 'Boletines que ya recibes por correo: cada remitente se convierte en un feed. Solo tú puedes verlos.',
  addresses: 'En una dirección propia',
  open: 'Configurar boletines',
  add: 'Añadir un buzón',
  server: 'Servidor de correo (IMAP)',
  security: 'Cifrado',
  user: 'Dirección de correo o nombre de usuario',
  passwordNote: 'Muchos proveedores piden aquí una contraseña de aplicación. Se crea en tu cuenta del proveedor.',
  folder: 'Carpeta de correo',
  senders: 'Solo de (opcional)',
  sendersNote:
    'Direcciones o dominios. Vacío: todo lo que haya en la carpeta; de la bandeja de entrada, solo los correos de los que es posible darse de baja.',
  feedFolder: 'Carpeta para sus feeds (opcional)',
  note: 'En el buzón no se cambia, elimina ni marca como leído nada.',
  added: (count, shown) =>
    count === 0
      ? 'Buzón añadido.'
      : count === 1
        ? 'Buzón añadido, con 1 número.'
        : `Buzón añadido, con ${shown} números.`,
  changed: 'Buzón modificado.',
  removed: 'Buzón quitado. Sus feeds se conservan.',
  fetched: (count, shown) =>
    count === 0 ? 'Nada nuevo.' : count === 1 ? '1 número nuevo.' : `${shown} números nuevos.`,
  busy: 'Ya se está consultando.',
  fetchNow: 'Consultar ahora',
  lastFetched: 'consultado',
  notYet: 'sin consultar todavía',
  removeSure: 'Sí, quitarlo',
  leftOut: (count) => (count === 1 ? '1 correo omitido' : `${number(count)} correos omitidos`),
  why: { 'too-large': 'demasiado grande', unreadable: 'ilegible', 'too-many': 'demasiados remitentes' },
  unwanted: 'Omitidos, porque quitaste su feed',
  takeAgain: 'Volver a incluir',
  untitled: 'Sin asunto',
  troubles: {
    login: [
      'El servidor de correo no aceptó el nombre y la contraseña.',
      'Revisa ambos. Puede que necesites una contraseña de aplicación o activar IMAP.',
    ],
    folder: ['Esa carpeta no está en el buzón.', 'Elige otra.'],
    certificate: [
      'El certificado del servidor de correo no es válido.',
      'Revisa el nombre del servidor o consulta a tu proveedor.',
    ],
    unencrypted: ['El servidor de correo no ofrece cifrado.', 'Elige TLS o consulta a tu proveedor.'],
    address: [
      'Este servidor no puede conectarse ahí.',
      'Es una red privada o un puerto poco habitual. El propietario del servidor puede permitirlo.',
    ],
    unreachable: ['No se puede conectar con el servidor de correo.', 'Revisa su nombre y el cifrado.'],
    garbled: ['Eso no es un servidor de correo o envía demasiado.', 'Revisa su nombre y el cifrado.'],
    refused: ['El servidor de correo lo rechazó.', 'Su mensaje está en los detalles.'],
  },
  refused: {
    server: 'Eso no es el nombre de un servidor.',
    senders: 'Escribe direcciones o dominios, como news@example.org o example.org.',
    'too-many': 'Tienes 10 buzones. Quita antes uno.',
    'too-often': 'Demasiados intentos. Espera unos minutos.',
  },
}

const tooSlow = ['Esto tarda demasiado.', 'Usa selectores más sencillos.'] as const

export const pageFeedsEs: PageFeedWords = {
  title: 'Crear un feed a partir de una página web',
  lead: 'Para sitios sin feed: buscamos titulares nuevos en la página y los añadimos como artículos.',
  link: 'Crear un feed a partir de esta página',
  address: 'URL de la página con los titulares',
  look: 'Vista previa',
  finds: (count) => `Encontrados en la página: ${count}`,
  shown: (count) => `Se muestran los ${count} primeros.`,
  rule: 'Regla',
  ruleNote: 'Cada campo admite un selector CSS.',
  fields: {
    items: 'Artículo',
    title: 'Título',
    link: 'Enlace',
    date: 'Fecha',
    summary: 'Resumen',
    image: 'Imagen',
    author: 'Autor',
  },
  hints: {
    items: 'Lo que rodea un titular, como article.teaser',
    title: 'Vacío: el encabezado o el texto del enlace',
    link: 'Vacío: el enlace que está en el título o lo rodea',
    date: 'Vacío: un elemento time',
    image: 'Vacío: la primera imagen',
  },
  again: 'Actualizar la vista previa',
  name: 'Nombre del feed',
  others: 'Otras listas de esta página',
  other: (count) => `Lista ${count}`,
  noPreview: 'Todavía no hay feed',
  picture: 'con imagen',
  madeOf: 'Creado a partir de una página web',
  ofSitemap: 'De un mapa del sitio de noticias',
  change: 'Editar la regla',
  kinds: {
    sitemap: 'mapa del sitio de noticias',
    page: 'creado a partir de la página',
    bridge: 'del puente de este servidor',
  },
  offers: 'Esta página no tiene feed, pero puedes usar esto en su lugar.',
  problems: {
    'rule-empty': [
      'La regla ya no encuentra nada.',
      'Probablemente el sitio ha cambiado. Edita la regla; tus artículos se conservan.',
    ],
    'no-rule': ['Esta página ya no tiene regla.', 'Vuelve a crear el feed.'],
    'bad-selector': ['La regla no es válida.', 'Edítala.'],
    'too-much-work': tooSlow,
    'page-too-slow': tooSlow,
    'not-a-sitemap': ['El mapa del sitio ha desaparecido.', 'Vuelve a añadir el sitio para ver qué ofrece ahora.'],
  },
  refused: {
    'rule-empty': [
      'El selector de artículos no encuentra nada.',
      'Mira el código fuente de la página: no vemos lo que añade un script.',
    ],
    'rule-untitled': ['Ningún artículo tiene a la vez título y enlace.', 'Define sus selectores.'],
    'no-list': [
      'No hemos encontrado titulares en esta página.',
      'Prueba con la página de una sección o define un selector.',
    ],
    'others-read-it': [
      'Alguien más usa aquí otra regla para esta página.',
      'Suscríbete a su feed o pide al propietario que la cambie.',
    ],
    'no-rsshub': [
      'Es una URL de RSSHub, pero este servidor no tiene.',
      'El propietario puede definir TWOSOURCE_RSSHUB.',
    ],
  },
}

export const source: typeof en.source = {
  ownTextNote: 'Texto original: la parte de sus palabras que no aparece en ningún artículo anterior.',
  hadFirst: 'Informó primero',
  family: (name) => `Propiedad de ${name}. Los medios de un mismo propietario no cuentan como independientes entre sí.`,
  latest: 'Lo último',
  noSources: 'Todavía no hay fuentes',
}

export const outlets: typeof en.outlets = {
  find: 'Buscar una fuente',
  sorts: {
    health: 'Primero los problemas',
    name: 'De la A a la Z',
    articles: 'Más artículos',
    own: 'Más texto original',
    first: 'Más veces la primera',
    behind: 'Más rápidas',
    edits: 'Más ediciones',
  },
  behind: 'Retraso habitual',
  firstOf: (first, total) => `${number(first)} de ${number(total)}`,
  underAMinute: 'menos de un minuto',
  healths: { fine: 'Funciona', failing: 'No se carga' },
  failing: (count) => plural(count, 'fuente no se carga', 'fuentes no se cargan'),
  noneMatch: 'Ninguna fuente coincide.',
  tooFew: (what) => `Muy pocos datos para un gráfico: ${what}.`,
  charts: 'Gráficos',
  speed: 'Rapidez',
  speedText: (stories, first, median) =>
    `${stories}; la primera en ${first}; en la mitad de las demás, como mucho ${median} después.`,
  allFirst: (stories) => `${stories}: la primera en todas.`,
  behindFirst: 'Tiempo desde la primera información',
  within: (time) => `hasta ${time}`,
  later: 'más tarde',
  ownOverTime: 'Texto original a lo largo del tiempo',
  ownText: (least, most) => `Entre el ${least} y el ${most} del texto es original.`,
  versions: (count) => plural(count, 'versión', 'versiones'),
  copiesFrom: 'Copia de',
  copiedBy: 'La copian',
  quotes: 'A quién cita más',
  languages: 'Idiomas',
  sections: 'Secciones',
  pollsText: (polls, withNew, failed) =>
    `${polls === 1 ? 'Última consulta' : `Últimas ${plural(polls, 'consulta', 'consultas')}`}: ${number(withNew)} con novedades, ${number(failed)} con fallo.`,

  compare: {
    title: 'Comparar dos medios',
    link: 'Comparar con…',
    lead: 'Lo que han contado los dos, en cifras. Cada número abre lo que cuenta. Ninguno dice qué medio es mejor.',
    first: 'Primer medio',
    second: 'Segundo medio',
    from: 'Primer día',
    to: 'Último día',
    show: 'Comparar',
    refused: {
      same: 'Es el mismo medio. Elige dos distintos.',
      'no-such-source': 'Uno de estos medios no está aquí. Elígelo en la lista.',
      reversed: 'El primer día es posterior al último. Intercámbialos.',
      'too-long': 'Son más de 31 días. Elige un periodo más corto.',
    },
    noChoices: 'Ninguno de tus medios publicó nada en estos días. Elige otros días.',
    noneInCommon: 'En estos días no tienen ninguna historia en común. Elige otros días u otro medio.',
    few: (stories) => `Solo ${stories} en común: una más puede cambiar estas cifras.`,
    cut: (stories) =>
      `Salvo las historias de un solo medio y las rectificaciones, las cifras son de las últimas ${stories} en común.`,
    bothStories: (stories) => `${stories} en común`,
    stories: 'Historias',
    storiesText: (a, onlyA, b, onlyB, both) =>
      `Historias: ${onlyA} solo en ${a}, ${both} en los dos, ${onlyB} solo en ${b}.`,
    firstText: (a, firstA, b, firstB, neither) =>
      `Primero: ${a} en ${firstA}, ${b} en ${firstB}, ninguno o se desconoce en ${neither}.`,
    ownText: (a, ownA, b, ownB) => `Texto original: ${a} ${ownA}, ${b} ${ownB}.`,
    figures: {
      both: { name: 'Historias en común', means: 'Los dos medios tienen algún artículo sobre ellas.' },
      'first-unknown': {
        name: 'Ninguno fue el primero',
        means: 'Publicaron a la vez, o no se conoce con bastante exactitud la hora de algún artículo.',
      },
      only: { name: 'Historias de un solo medio', means: 'El otro no tiene ningún artículo sobre ellas.' },
      first: { name: 'Informó primero', means: 'Historias en común que publicó antes que el otro.' },
      own: {
        name: 'Texto original',
        means:
          'En las historias en común: la parte media de sus palabras que no está en ninguna información anterior ni en ninguna agencia.',
      },
      'left-out': {
        name: 'No incluido',
        means:
          'En las historias en común: puntos principales que tienen al menos otros dos medios. Tenemos su texto completo, y nada en él se les parece.',
      },
      corrections: {
        name: 'Rectificaciones',
        means: 'Artículos de estos días con una nota propia de que algo era erróneo, poco claro o se retira.',
      },
      said: { name: 'Cita más', means: 'En las historias en común, si es seguro quién lo dijo.' },
      words: {
        name: 'Palabras',
        means:
          'En las historias en común: palabras que usa mucho más que el otro, en al menos cuatro historias. No cuentan los nombres, las citas ni el texto copiado.',
      },
    },
    elsewhere: (count) => `${number(count)} también en otros medios`,
    ahead: (time) => `${time} antes`,
    medianAhead: (time) => `normalmente ${time} antes`,
    ownShare: (share) => `${share} original`,
    undecided: 'origen sin decidir',
    ofArticles: (articles, undecided) =>
      undecided === 0 ? articles : `${articles}; ${number(undecided)} más sin decidir`,
    ofPoints: (count) => `de ${plural(count, 'punto', 'puntos')}`,
    after: (days) => (days === 0 ? 'el mismo día' : `${plural(days, 'día', 'días')} después`),
    medianAfter: (days) =>
      days === 0 ? 'normalmente el mismo día' : `normalmente ${plural(days, 'día', 'días')} después`,
    times: (own, other) => `${number(own)} frente a ${number(other)}`,
    noWords: 'Ninguna destaca.',
    noCommonLanguage: 'No escriben en el mismo idioma, o no hay texto que comparar.',
    sideBySide: 'En paralelo',
    quotesOf: (speaker) => `Citas de ${speaker}`,
    nothing: 'Aquí no hay nada.',
  },
}

export const troubles: typeof en.troubles = {
  filters: { all: 'Todos', failing: 'No funcionan', silent: 'Sin actividad' },
  none: { failing: 'Todos los feeds funcionan.', silent: 'Ningún feed se ha quedado sin actividad.' },
  lastArticle: 'Último artículo',
  usually: (gap) => `normalmente cada ${gap}`,
  tryAgain: 'Reintentar los seleccionados',
  unsubscribe: 'Cancelar las suscripciones seleccionadas',
  unsubscribeAll: (count) =>
    count === 1 ? 'Cancelar la suscripción' : `Cancelar las ${plural(count, 'suscripción', 'suscripciones')}`,
  unsubscribed: (count) => `${plural(count, 'suscripción cancelada', 'suscripciones canceladas')}.`,
  findAddress: 'Buscar la nueva dirección',
  addressTitle: (feed) => `Nueva dirección de ${feed}`,
  addressNote: 'Se conservan sus artículos y lo que has leído.',
  foundOn: (site) => `Encontrado en ${site}:`,
  noneFound: (site) => `No hemos encontrado otro feed en ${site}.`,
  use: 'Usar este',
  otherAddress: 'Otra dirección',
  refused: 'No hay ningún feed en esta dirección.',
}

export const embargo: typeof en.embargo = {
  title: 'Embargo',
  label: 'Embargado hasta',
  note: 'Hasta entonces solo tú lo ves aquí, y nada de él sale por correo, mensaje, exportación o página compartida.',
  imported: 'Después es un artículo normal.',
  letters: 'Hasta entonces, nada de este boletín sale por correo, mensaje, exportación o página compartida.',
  until: (time) => `Embargado hasta el ${time}`,
  change: 'Cambiarlo o levantarlo',
  end: 'Levantar el embargo',
  past: 'El embargo ya habría terminado. Elige un momento posterior.',
}

export const ownHeaders: typeof en.ownHeaders = {
  title: 'Cookie y cabeceras',
  sentTo: (host) => `Solo se envía a ${host}.`,
  isPrivate: 'El feed pasa a ser privado: nadie más lo ve en este servidor.',
  cookie: 'Cookie',
  userAgent: 'Agente de usuario',
  others: 'Otras cabeceras',
  othersNote: 'Una por línea, como «Authorization: Bearer 123».',
  keptNote: (kept) => `Una línea con ${kept} conserva su valor.`,
  remove: 'Quitar',
  goBack: 'Usar el feed compartido',
  goBackNote:
    'Ahora no se envía nada para este feed. Los artículos que solo tiene tu copia se eliminan, salvo que los hayas guardado.',
  unread: 'Con estos datos no hemos podido cargar el feed',
  tooMany: 'Usa como máximo otras 8 cabeceras y 8.000 caracteres en total.',
  problems: {
    'header-name': (name) => `«${name}» no es un nombre de cabecera válido.`,
    'header-refused': (name) => `«${name}» no se puede definir: cambiaría el significado de la petición.`,
    'header-value': (name) =>
      `El valor de «${name}» falta, es demasiado largo o tiene caracteres que las cabeceras no admiten.`,
    'header-twice': (name) => `«${name}» aparece dos veces.`,
    'header-elsewhere': (name) =>
      `La URL del feed lleva de ${name} a otro sitio, que no las recibe. Cambia antes la URL.`,
  },
}
