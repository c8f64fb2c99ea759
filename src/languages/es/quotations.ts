import type { QuotationWords } from '../quotation-words.ts'

/** Verbs of saying, and things in which somebody seems to say something. */
const DENIED =
  '(?:dijo|dicho|dijeron|declaró|declarado|afirmó|afirmado|aseguró|asegurado|escribió|escrito|anunció|anunciado|prometió|prometido|llamó|llamado|calificó|calificado|pronunció|pronunciado)'
const THING =
  '(?:vídeo|video|audio|mensaje|publicación|carta|imagen|cuenta|comunicado|tuit|cita|grabación|foto|entrevista|página)'

/** How Spanish reports what people say. */
export const spanishQuotations = (): QuotationWords => ({
  reports: {
    verbs:
      '(?:(?:ha|han|había|habían|he) )?(?:dijo|dijeron|dice|dicho|decía|solía decir|afirmó|afirma|afirmado|aseguró|asegura|asegurado|explicó|explica|explicado|señaló|señala|señalado|añadió|añade|añadido|declaró|declara|declarado|indicó|indica|indicado|destacó|destaca|destacado|escribió|escribe|escrito|advirtió|advierte|advertido|reiteró|reitera|insistió|insiste|insistido|subrayó|subraya|subrayado|lamentó|lamenta|lamentado|anunció|anuncia|anunciado|sostuvo|sostiene|sostenido|manifestó|manifestado|apuntó|apunta|apuntado|agregó|agrega|agregado|concluyó|concluye|respondió|responde|respondido|pidió|pide|pedido|habló|habla|hablado|criticó|critica|criticado|denunció|denuncia|denunciado|celebró|celebra|celebrado|admitió|admite|admitido|reconoció|reconoce|reconocido|recordó|recuerda|recordado|confesó|confiesa|contó|cuenta|contado|relató|relata|prometió|promete|prometido|preguntó|pregunta|calificó|califica|calificado|tildó|resumió|resume|bromeó|ironizó|exigió|exige|opinó|opina|matizó|zanjó|replicó|espetó|comentó|comenta|comentado|precisó|precisa|detalló|detalla|consideró|considera|considerado|alertó|alerta|alertado|reclamó|reclama|valoró|valora|expresó|expresa|defendió|defiende|prosiguió|remarcó|enfatizó|puntualizó|estimó|estima|estimado)|\\p{Ll}{3,}ó(?= que|\\s*:)',
    verbShape: String.raw`(?:(?:se|le|les|lo) )?(?:(?:ha|han|había|habían) \p{L}+(?:ado|ido|cho|sto|to)|(?!(?:para|desde|ante|entre|sobre|contra|durante|mediante|donde|que|una|la|le|se|aunque|porque|pese|fue|era|este|esta|esa|ese|otra|cada|toda|sigue|hace|parte|siempre|frente|antes|tampoco|ahora|hasta|bajo|nombre|obra|como|cuando|casa|nueva|primera)(?!\p{L}))\p{Ll}{3,}(?:ó|aba|ía|a|e|aron|ieron|an|en))`,
    plural: /^(?:han|habían)(?!\p{L})|(?:ron|ían|ten)$|^(?:dicen|cuentan|aseguran|explican)$/iu,
    accordingTo: 'según|de acuerdo con|a juicio de|en palabras de|en opinión de|para',
    purpose: 'para',
    clitics: 'le|se|les|nos',
    he: 'él',
    she: 'ella',
    impersonal: 'ellos|ellas|se',
    firstPerson: 'yo',
    determiners: 'el|la|los|las|una?|su|sus',
    possessives: 'su|sus',
    honorifics: 'don|doña',
    droppedSubject: 'en|ante|tras|durante|al|con|por|hoy|ayer|este|esta|desde|según|sobre|y|a|que',
    and: 'y',
    leadIns: 'y|e|pero|además|también',
    concessions: 'Aunque|Si bien|Si(?!\\p{L})|Mientras|Pese a que|A pesar de que',
    subjectRelatives: 'quien|que|el cual|la cual',
    objectRelatives: '(?:(?:a|al|con|de|por|para)\\s)?(?:quien|quienes|(?:el|la|los|las)\\s(?:que|cual)|que)',
    days: '(?:el|los)\\s(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|pasado|próximo)',
    butNot: 'y no',
    toHearer: 'a|con|ante',
    otherSubject: /(?<!\p{L})que\s?(?:el|la|los|las|una?|su|sus)\s?\p{Ll}+/u,
    dependentName: /,\s*(?:según|como)(?!\p{L})|(?<!\p{L})(?:que|(?:a|al) (?:quien|los que|las que))(?!\p{L})/u,
    // `X recuerda a su madre diciéndole`
    unnamedSpeaker:
      /(?<!\p{L})(?:rec(?:ue|o)rd\p{L}+|oy\p{L}+|escuch\p{L}+|vio)\sa\s(?:su|sus|la|una?)\s\p{L}+[^,;:]{0,30}(?<!\p{L})\p{L}+(?:ando|iendo|ándole|iéndole)\s*:?\s*$|(?<!\p{L})que\s?(?:el|la|los|las|una?|su|sus)\s?\p{L}+.*(?<!\p{L})(?:diciendo|gritando|repitiendo|explicando)\s*:?\s*$/u,
    saidToMe: /^[\s,–—-]{0,4}(?:me|nos)(?!\p{L})/u,
    beforeTitles: 'del|de la|la|el|los|las|un|una',
    hasDialogueDash: true,
    hasDashedAsides: true,
  },
  // `X contó que un colega le había dicho: «`
  anotherSpeaks:
    /(?<!\p{L})que\s?(?:el|la|los|las|una?|su|sus)\s?[^,;:]{2,40}?(?<!\p{L})(?:le|les|me|nos)\s(?:(?:ha|han|había|habían)\s\p{L}+(?:ado|ido|cho)|\p{L}+(?:ó|aron|ieron))\s*:\s*$/u,
  denials: {
    sayingVerbs:
      'dijo|dijeron|dice|dicen|dicho|decir(?:lo|le|les)?|diga|digan|dijera|dijeran|dijese|(?:declar|afirm|asegur|anunci|calific|pronunci|llam|habl|us|utiliz|emple|confirm|tild)(?:ó|ado|ar|aron|a|e|en|ara|ase)|escri(?:bió|to|bir|be|ba|biera)|prome(?:tió|tido|ter|ta)|respond(?:ió|ido|er|a)|recono(?:ció|cido|cer|zca)|admit(?:ió|ido|ir|a)',
    not: 'no|nunca|jamás|tampoco|nadie|ning[úu]n[oa]?|ni',
    neverSaid: '(?:dir|responder|replicar|añadir|afirmar|declarar|explicar|concluir|escribir|jurar)ían?',
    stillSaid:
      's[oó]lo|solamente|únicamente|obstante|dud\\p{L}*|tard\\p{L}*|vacil\\p{L}*|cans\\p{L}*|paró|dej[óa]|ces[óa]|reparos?|inconveniente|problemas?|cort[óa]|escond\\p{L}*|ocult\\p{L}*|titub\\p{L}*|olvid\\p{L}*|evitar|menos|hasta|sin',
    hesitates: /dud[aoó]|vacil|titub/iu,
    joins:
      'y|e|pero|sino|mas|aunque|cuando|mientras|donde|(?:después|antes|desde|ya|luego|una vez|hasta)(?: de)? que|porque',
    unreal:
      '(?:podr|deber|querr|tendr|habr)ían?|pod(?:ía|ían) haber|pudo haber|pudieron haber|debió|hub(?:iera|iese|ieran|iesen)|debe(?:n)?|va a|van a|iba a|a punto de|cerca de|puede(?:n)?|quiere(?:n)?|espera(?:n)?|(?:quier|quis|quer|exig|pid|ped|reclam|esper|dese|ruega|rog|inst|prohíb|prohib|imped|impid|obliga|invita)\\p{L}* [^,;:]*(?:que|a que|a|de)|(?:neg|evit|rehus|abst|abstuv|renunci|omit|cuid)\\p{L}*(?: mucho| muy bien| bien)?(?: a| de)?|sin|en lugar de|en vez de|como si|imagin\\p{L}*|supong\\p{L}*|ojalá|hac(?:e|en|ía|er)',
    inThe: 'en (?:el |la |una? |est[ae] )',
    staged:
      'obra (?:de teatro|teatral|musical|satírica)|novela|canción|parodia|sátira|caricatura|comedia|viñeta|sueño|poema|musical|fábula|cuento|chiste|zarzuela|ópera|función|sketch|inocentada',
    filmed: 'película|serie|film|telefilme|ficción|adaptación',
    pretends:
      '(?:un|una) (?:fals[oa]|supuest[oa]|pretendid[oa]) (?=(?-i:\\p{Lu}))|pasar por|haciéndose pasar|suplant\\p{L}+|imitador(?:a)?|imitando|en nombre de|bajo el nombre de|sosias|disfrazad[oa]|parodi\\p{L}+',
    infinitive:
      'decir(?:lo|le|les)?|(?:declar|afirm|asegur|anunci|calific|pronunci|llam|confirm|tild|emple|utiliz)ar|escribir|prometer|responder|reconocer|admitir',
    didSay:
      '(?:reconoc|admit|lament|confes|disculp)\\p{L}*|para|al|tras|antes de|después de|(?:volv|acab|termin|limit|empez|comenz|atrev|sigu|apresur|logr|alcanz|lleg|dign)\\p{L}*|hasta|pasó a|quiso',
    having: '(?<!tras |después de )haber(?:le|les|lo)? \\p{L}+(?:ado|ido|dicho|scrito)(?!\\p{L})',
    doubts:
      'rechaz\\p{L}*|por error|erróneamente|lejos|nada|nadie|no|nunca|jamás|ning[úu]n[oa]?|tampoco|(?:ser|har|habr|gustar)ían?|dud\\p{L}*|neg(?:ó|aron|ado)|nieg\\p{L}*|desm(?:int|ient)\\p{L}*|fals[oa]|impensable|absurdo|inverosímil',
    that: 'que(?!\\p{L})',
    plainThat:
      '(?:después de|desde|antes de|hasta|ya|aunque|para|lo|la|el|los|las|siempre|una vez|mientras|record\\p{L}*|fue [^,]*) ?',
    untrue:
      '(?:es|era|son|resultó(?: ser)?) (?:\\p{L}+mente )?(?:fals[oa]|un bulo|mentira|una mentira|una? \\p{L}*\\s?(?:invención|rumor|invento|montaje)|pura invención|inventad[oa]|infundad[oa])|no (?:es|era) (?:cierto|verdad)',
    asksWhy: 'por qué|cómo|cuándo|dónde|quién|cuánto',
    deniedBefore: [
      `(?:nunca|jamás|no) (?:lo )?(?:ha |han |había |habían )?${DENIED}[^,;:]{0,50}[:,]?\\s*$`,
      '(?:negó|negaron|negado|niegan?|desmintió|desmentido|desmienten?|refutó|refutado) (?:haber|que) [^,;]{0,80}$',
      '^[^\\p{L}]*si [^,]*$',
      '(?:pregunt\\p{L}+|saber) si [^,;]*$',
      `(?:se negó a|evitó|rehusó|sin|en lugar de|en vez de) (?:decir|declarar|afirmar|haber ${DENIED})`,
      `${THING} (?:fals|manipulad|trucad|falsificad|satíric|editad|inventad)[oa]s?(?!\\p{L})(?!.* y )[^,;]{0,80}$`,
      `(?:falso|falsa|supuesto|supuesta) ${THING}(?!\\p{L})(?!.* y )[^,;]{0,80}$`,
      'deepfake',
      '(?:no es cierto|es falso|no hay pruebas de|no consta) que ',
      `acus(?:ó|a|an|aron|ado|ada) [^,;]{1,60} de (?:haber )?(?:${DENIED}|decir)`,
    ],
    hearsay: [
      `habrían? ${DENIED}`,
      'según [^,:]{2,60}, [^,:]{2,60} \\p{L}+ó(?!\\p{L})[^,;]{0,20}$',
      '(?:supuestamente|presuntamente)(?!\\p{L})',
    ],
  },
  secondhand: {
    quotes:
      'cit(?:ó|aba|ando)|recit(?:ó|a|aba|ando)|parafrase\\p{L}+|compart(?:ió|e|ía) (?:(?:un|el|este) mensaje|una publicación)',
    reads: 'leyó|lee|leía|leyendo|cantó|canta|cantando|entonó|declamó',
    own: 'comunicado|declaración|discurso|disculpa|renuncia|dimisión|alocución',
    gets: 'recib(?:ió|e|ía|ido)|encontr(?:ó|ado)|hall(?:ó|ado)|mostr(?:ó|aba|ado)|vio|retuite\\p{L}+|compart(?:ió|e|ía|ido)(?! (?:un|el|este) mensaje| una publicación)|difund(?:ió|e|ía|ido)|reenv\\p{L}+|gustó',
    written:
      'mensajes?|publicación|publicaciones|tuits?|comentarios?|cartas?|correos?|notas?|tarjetas?|carteles|cartel|pancartas?|letreros?|artículos?|frases?|poemas?|refranes|refrán|amenazas?',
    holds:
      'despleg\\p{L}+|llev(?:ó|aba|a|ando)|port(?:ó|aba|ando)|sosten\\p{L}+|sostuvo|vest\\p{L}+|exhib\\p{L}+|enarbol\\p{L}+|alz(?:ó|aba)',
    sign: 'camisetas?|pancartas?|carteles|cartel|letreros?|banderas?|gorras?|chapas?|insignias?',
    thingSays:
      /^(?:el|la|un|una|este|esta) (?:\p{L}+ )?(?:mensaje|publicación|tuit|comentario|cartel|pancarta|nota|carta)(?!\p{L}).*(?:decía|dice|rezaba|reza|afirmaba)[^\p{L}]*$/iu,
  },
})
