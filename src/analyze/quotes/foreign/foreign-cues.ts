import { primaryLanguage } from '../../../core/text/primary-language.ts'
/** How a language reports speech, for quotations between marks. All are alternations without flags, read with `iu`. */
export type ForeignCues = {
  /** Reporting verbs, alone or with their auxiliary. */
  readonly verbs: string
  /** Any verb by its shape: right after a quotation and a comma it reports, whatever it is. */
  readonly verbShape: string
  /** `selon`, `laut`: the source follows. */
  readonly accordingTo: string
  /** `zufolge`: the source stands before. */
  readonly accordingAfter: string
  /** Words before a name that are no part of it: titles, roles. */
  readonly titles: string
  /** Roles of persons in small letters: `la mère de la ministre X` are not the words of X. */
  readonly roles: string
  /** Words of which one in a name says that it is a body. */
  readonly bodies: string
  /** Pronouns for one person: the speaker is then the one before. */
  readonly pronouns: string
  /** Words after which a name is somebody else than the subject: `de`, `mit`. */
  readonly prepositions: string
  /** Small words within a name: `de`, `von`. */
  readonly particles: string
  /** Words at the beginning of a sentence, with a capital, that are no name. */
  readonly openers: string
  /** A verb may stand without its subject, who is then the one before. */
  readonly dropsSubject: boolean
  /** A dash begins speech at the start of a paragraph, and interrupts it. */
  readonly hasDialogueDash: boolean
}

/** Participles and present forms. */
const FRENCH_VERBS =
  'déclaré|déclare|déclarait|affirmé|affirme|ajouté|ajoute|expliqué|explique|expliquait|assuré|assure|estimé|estime|indiqué|indique|précisé|précise|souligné|souligne|annoncé|annonce|rappelé|rappelle|insisté|insiste|lancé|lance|confié|confie|regretté|regrette|dénoncé|dénonce|conclu|conclut|martelé|martèle|rétorqué|rétorque|noté|note|jugé|juge|tranché|tranche|salué|salue|tweeté|accusé|accuse|souhaité|promis|promet|averti|avertit|prévenu|prévient|répondu|répond|reconnu|reconnaît|écrit|dit|disait|raconté|raconte|poursuivi|poursuit|soutenu|soutient|témoigné|témoigne|résumé|résume|admis|admet|plaidé|plaide|évoqué|évoque|réclamé|réclame|demandé|demande|parlé|parle|prôné|prône|invoqué|invoque|décrit|qualifié|qualifie|critiqué|critique|fustigé|fustige|vanté|vante|espéré|espère|redouté|redoute|fait valoir|fait savoir|ajouter|conclure|préciser|lâcher'

const FRENCH: ForeignCues = {
  verbs:
    "(?:l['’])?(?:a|ont|avait|avaient|aurait) (?:aussi |également |encore |notamment |même )?(?:" +
    FRENCH_VERBS +
    ')e?s?|(?:' +
    FRENCH_VERBS +
    ")|s['’](?:est|était) (?:félicité|indigné|inquiété|réjoui|emporté|agacé|étonné)e?|(?:a|ont|avait) (?!été)\\p{L}{2,}[éiu](?= qu|\\s*:)",
  verbShape: String.raw`(?:l['’])?(?:a|ont|avait|avaient)(?:-t)?(?:-(?:il|elle|on|ils|elles))? (?:\p{L}+ment )?\p{L}{2,}(?:é|i|u|it|is)e?s?|s['’](?:est|était)(?:-(?:il|elle))? \p{L}+[éiu]e?s?|(?:s['’]|se )\p{L}{3,}(?:e|it|nt)(?:-(?:t-)?(?:il|elle|on))?|(?!(?:comme|elle|cette|notre|votre|entre|autre|une|même|toute|quelque|contre|encore|puisque|lorsque|parce|tandis|dont|tout|mais|avant|pendant|devant|durant|suivant|notamment|petit|grand|haut)(?!\p{L}))\p{Ll}{3,}(?:e|it|nt|d)(?:-(?:t-)?(?:il|elle|on|ils|elles))?`,
  accordingTo: "selon|d['’]après|pour|de l['’]avis de|aux yeux de",
  accordingAfter: '(?!)',
  titles: String.raw`M\.|Mme|MM\.|Mgr|Me|Mlle|Dr|Pr|Président(?:e)?|Ministre|Maire|Professeure?|Docteure?|Monsieur|Madame|Général|Colonel|Capitaine|Sœur|Père`,
  roles:
    'notaire|médecin|journaliste|boulanger|boulangère|agriculteur|agricultrice|peintre|poète|musicien|musicienne|ingénieure?|professeure?|infirmier|infirmière|pompier|policier|policière|militante?|syndicaliste|blogueur|blogueuse|artiste|photographe|victime|suspect|suspecte|accusée?|otage|défunte?|pêcheur|marin|président|présidente|ministre|maire|porte-parole|secrétaire|général|générale|chef|cheffe|gouverneure?|procureure?|commandante?|capitaine|colonel|juge|directeur|directrice|députée?|sénateur|sénatrice|avocate?|candidate?|conseiller|conseillère|patron|patronne|roi|reine|prince|princesse|acteur|actrice|chanteur|chanteuse|joueur|joueuse|entraîneur|entraîneuse|préfet|préfète|évêque|archevêque|cardinal|pape|imam|rabbin|chancelier|chancelière|ambassadeur|ambassadrice|sultan|émir|cheikh|rappeur|rappeuse|écrivaine?|romancier|romancière|footballeur|footballeuse|champion|championne|chirurgien|chirurgienne|banquier|milliardaire|commissaire|cinéaste|réalisateur|réalisatrice|élue?',
  bodies:
    'Croix|Banque|Ministère|Parti|Conseil|Union|Radio|Agence|Université|Institut|Fédération|Syndicat|Société|Groupe|Club|Nationale?|Centrale?|Rouge|République|Ligue|Cour|Chambre|Assemblée|Sénat|Ville|Région|Association|Fondation|Télévision|Police|Gendarmerie|Maison|Théâtre|Musée|Festival',
  pronouns: 'il|elle',
  prepositions:
    "visant|montrant|concernant|évoquant|moquant|caricaturant|dénonçant|accusant|critiquant|ciblant|soutenant|défendant|menaçant|insultant|parodiant|de|du|des|d['’]|à|au|aux|avec|contre|par|chez|sur|sous|vers|en|dans|envers|sans|et",
  particles: 'de|du|des|de la|von|van|der|el|al|ben|bin|di|da',
  openers:
    'Selon|Pour|Avec|Mais|Puis|Et|Or|Si|Chez|Contre|Après|Avant|Que|Quand|Comme|Donc|Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Son|Sa|Ses|Leur|Leurs|Mon|Notre|Il|Elle|Ils|Elles|On|Dans|Sur|En|À|Au|Aux|Interrogée?|Ainsi|Enfin|Hier|Aujourd|Plus|Pas|Aucune?',
  dropsSubject: false,
  hasDialogueDash: false,
}

const GERMAN: ForeignCues = {
  verbs:
    'sagte|sagten|sagt|sagen|gesagt|erklärte|erklärt|betonte|betont|meinte|meint|fügte|teilte|mitgeteilt|schrieb|schreibt|forderte|fordert|warnte|warnt|kritisierte|kritisiert|versicherte|versichert|versprach|verspricht|antwortete|antwortet|entgegnete|ergänzte|ergänzt|bekräftigte|erläuterte|berichtete|berichtet|kündigte|kündigt|räumte|sprach|spricht|nannte|nennt|bezeichnete|bezeichnet|lobte|lobt|begründete|begründet|äußerte|beklagte|beklagt|urteilte|urteilt|resümierte|verteidigte|verwies|verweist|hieß|heißt|stellte(?= (?:klar|fest|richtig|in Aussicht))|erzählte|erzählt|erinnerte|erinnert|rief|ruft|fragte|fragt|hoffte|hofft|beschrieb|beschreibt|bestätigte|bestätigt|behauptete|behauptet|mahnte|mahnt|sicherte|wies|so|\\p{Ll}{3,}te(?=, dass)',
  verbShape: String.raw`(?!(?:mit|seit|heute|nicht|dort|damit|somit|jetzt|erst|selbst|meist|fast|hat|hatte|hatten|ist|gilt|gibt es|konnte|konnten|sollte|sollten|wollte|wollten|musste|mussten|könnte|würde|bedeutet|lautet|lautete|steht|stand|kommt|geht|rechte|letzte|erste|zweite|dritte|gute|alte)(?!\p{L}))\p{Ll}{2,}(?:t|te|ten)`,
  accordingTo:
    'laut|nach (?:Angaben|Worten|Ansicht|Aussage|Einschätzung|Überzeugung|Meinung) (?:von|der|des)|nach den Worten (?:von|der|des)|für',
  accordingAfter: 'zufolge',
  titles: String.raw`Herrn?|Frau|Dr\.?|Prof\.?|Professor(?:in)?|(?:\p{L}+-)?(?:\p{Lu}[\p{Ll}-]*)?(?:[Mm]inister|[Pp]räsident|[Kk]anzler|[Mm]eister|[Ll]eiter|[Ss]precher|[Ff]ührer|[Cc]hef|[Dd]irektor|[Ww]irt|[Vv]ertreter|[Ff]orscher|[Bb]eauftragte|[Vv]orsitzende|[Ww]issenschaftler|[Bb]auer|[Hh]ändler|[Ii]nhaber|[Gg]ründer|[Tt]rainer|[Ss]pieler|[Pp]olitiker|[Ll]ehrer|[Aa]rbeiter|[Ff]ahrer|[Rr]ichter|[Ss]chäfer|[Ff]ischer|[Bb]äcker|[Rr]at|[Rr]ätin|[Aa]nwalt|[Aa]nwält|[Ss]ekretär|[Kk]ommissar|[Ii]nspekteur|[Gg]eneral|[Oo]berst|[Aa]rchitekt|[Bb]iolog|[Aa]rchäolog|[Gg]eolog|[Mm]eteorolog|[Hh]istoriker|[Öö]konom|[Jj]urist|[Aa]ktivist|[Pp]olizist|[Jj]ournalist|[Aa]utor|[Rr]egisseur|[Hh]ebamme|[Aa]rzt|[Ää]rzt|[Pp]fleger|[Ss]chwester|[Bb]ischof|[Bb]ischöf|[Pp]farrer|[Pp]astor|[Kk]ünstler|[Ss]änger|[Bb]otschafter|[Aa]bgeordnete|[Ss]enator|[Kk]andidat|[Bb]ewerber|[Ss]tudent|[Ss]chüler|[Ee]igentümer|[Bb]etreiber|[Bb]esitzer|[Mm]anager|[Mm]itarbeiter|[Kk]ollege|[Kk]ollegin|[Hh]elfer|[Aa]nwohner|[Nn]achbar|[Zz]euge|[Zz]eugin|[Bb]esucher|[Gg]esellschafter|[Gg]utachter|[Ee]xperte|[Ee]xpertin|[Kk]enner|[Vv]erwalter|[Oo]bfrau|[Oo]bmann|[Hh]auptmann|[Hh]auptfrau|[Vv]orstand|[Gg]ärtner|[Ff]örster|[Jj]äger|[Ww]inzer|[Mm]üller|[Kk]apitän|[Tt]rainer)(?:in|innen|e|n|en|r|m|s)?`,
  roles: '(?!)',
  bodies: String.raw`(?:Stadt|Gemeinde|Polizei|Feuerwehr|Firma|Land|Berliner|Deutscher?n?|Europäische[rn]?|Bundes\p{Ll}+|Landes\p{Ll}+|\p{L}*(?:[Kk]reis|[Aa]mt|[Ww]erke?|[Vv]erband|[Vv]erein|[Gg]esellschaft|[Bb]ank|[Bb]ahn|[Zz]eitung|[Bb]ote|[Bb]oten|[Pp]artei|[Gg]ewerkschaft|[Mm]inisterium|[Bb]ehörde|[Hh]ilfe|[Bb]und|[Uu]nion|[Ii]nstitut|[Uu]niversität|[Kk]linik|[Ss]chule|[Kk]irche|[Gg]ericht|[Kk]ammer|[Ss]tiftung|[Aa]gentur|[Kk]onzern|[Gg]ruppe|[Cc]lub|[Rr]epublik|[Mm]useum|[Tt]heater|straße|platz|brücke))`,
  pronouns: 'er|sie',
  prepositions:
    'von|vom|mit|bei|beim|gegen|für|an|am|zu|zum|zur|über|unter|nach|aus|durch|ohne|um|auf|in|im|des|dem|den|und|neben|vor|statt|wegen|gegenüber',
  particles: 'von|van|zu|zum|de|da|di|el|al|von der|van der',
  openers:
    'Laut|Nach|Und|Aber|Auch|Doch|Mit|Für|Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Einer|Ihre?|Ihrem|Ihren|Ihrer|Seine?|Seinem|Seinen|Seiner|Er|Sie|Es|Wir|Ich|Im|In|Am|An|Auf|Bei|Beim|Von|Vom|Zum|Zur|Wie|Wenn|Als|Da|Dann|Damals|Dort|Dabei|Damit|Heute|Gestern|Morgen|Man|So|Nun|Jetzt|Noch|Schon|Seit|Bis|Ab|Zuletzt|Diese[rsnm]?|Mehr|Viele|Alle|Kein|Keine|Nur|Nicht|Während|Nachdem|Weil|Dass|Ob|Darüber|Trotz|Unter|Über|Vor|Wer|Was|Wo',
  dropsSubject: false,
  hasDialogueDash: false,
}

const SPANISH: ForeignCues = {
  verbs:
    '(?:(?:ha|han|había|habían|he) )?(?:dijo|dijeron|dice|dicho|decía|solía decir|afirmó|afirma|afirmado|aseguró|asegura|asegurado|explicó|explica|explicado|señaló|señala|señalado|añadió|añade|añadido|declaró|declara|declarado|indicó|indica|indicado|destacó|destaca|destacado|escribió|escribe|escrito|advirtió|advierte|advertido|reiteró|reitera|insistió|insiste|insistido|subrayó|subraya|subrayado|lamentó|lamenta|lamentado|anunció|anuncia|anunciado|sostuvo|sostiene|sostenido|manifestó|manifestado|apuntó|apunta|apuntado|agregó|agrega|agregado|concluyó|concluye|respondió|responde|respondido|pidió|pide|pedido|habló|habla|hablado|criticó|critica|criticado|denunció|denuncia|denunciado|celebró|celebra|celebrado|admitió|admite|admitido|reconoció|reconoce|reconocido|recordó|recuerda|recordado|confesó|confiesa|contó|cuenta|contado|relató|relata|prometió|promete|prometido|preguntó|pregunta|calificó|califica|calificado|tildó|resumió|resume|bromeó|ironizó|exigió|exige|opinó|opina|matizó|zanjó|replicó|espetó|comentó|comenta|comentado|precisó|precisa|detalló|detalla|consideró|considera|considerado|alertó|alerta|alertado|reclamó|reclama|valoró|valora|expresó|expresa|defendió|defiende|prosiguió|remarcó|enfatizó|puntualizó|estimó|estima|estimado)|\\p{Ll}{3,}ó(?= que|\\s*:)',
  verbShape: String.raw`(?:(?:se|le|les|lo) )?(?:(?:ha|han|había|habían) \p{L}+(?:ado|ido|cho|sto|to)|(?!(?:para|desde|ante|entre|sobre|contra|durante|mediante|donde|que|una|la|le|se|aunque|porque|pese|fue|era|este|esta|esa|ese|otra|cada|toda|sigue|hace|parte|siempre|frente|antes|tampoco|ahora|hasta|bajo|nombre|obra|como|cuando|casa|nueva|primera)(?!\p{L}))\p{Ll}{3,}(?:ó|aba|ía|a|e|aron|ieron|an|en))`,
  accordingTo: 'según|de acuerdo con|a juicio de|en palabras de|en opinión de|para',
  accordingAfter: '(?!)',
  titles: String.raw`Sr\.?|Sra\.?|Srta\.?|D\.|Dña\.?|Dr\.?|Dra\.?|Don|Doña|Ministr[oa]|Presidente|Presidenta|Padre|Madre|General|Coronel|Monseñor|Profesora?|Señora?`,
  roles:
    'notario|médico|médica|periodista|panadero|panadera|agricultor|agricultora|pintor|pintora|poeta|músico|ingeniero|ingeniera|profesor|profesora|enfermero|enfermera|bombero|policía|activista|sindicalista|bloguero|artista|fotógrafo|fotógrafa|víctima|acusado|acusada|rehén|pescador|marinero|presidente|presidenta|ministro|ministra|portavoz|alcalde|alcaldesa|secretario|secretaria|general|señor|señora|gobernador|gobernadora|director|directora|jefe|jefa|diputado|diputada|senador|senadora|juez|jueza|rey|reina|príncipe|princesa|candidato|candidata|consejero|consejera|concejal|concejala|actor|actriz|cantante|jugador|jugadora|entrenador|entrenadora|capitán|coronel|prefecto|obispo|arzobispo|cardenal|papa|imán|rabino|canciller|embajador|embajadora|escritor|escritora|rapero|rapera|futbolista|campeón|campeona|cirujano|cirujana|banquero|multimillonario|comisario|comisaria|fiscal|cineasta|empresario|empresaria|intendente',
  bodies:
    'Gobierno|Banco|Cruz|Radio|Ayuntamiento|Comisión|Universidad|Partido|Policía|Guardia|Ministerio|Nacional|Central|Unión|Consejo|Tribunal|Instituto|Asociación|Federación|Agencia|Grupo|Club|Real|República|Puerto|Corte|Congreso|Senado|Junta|Cámara|Televisión|Fundación|Ciudad|Sindicato|Organización|Museo|Teatro|Festival|Roja',
  pronouns: 'él|ella',
  prepositions: 'de|del|a|al|con|contra|por|para|en|sobre|ante|entre|hacia|sin|desde|y|e',
  particles: 'de|del|de la|de los|von|van|da|dos|al|el|bin',
  openers:
    'Según|Pero|Para|Con|Y|Cuando|El|La|Los|Las|Un|Una|Su|Sus|Lo|Este|Esta|Estos|Estas|Ese|Esa|En|De|Del|Al|A|Ante|Tras|Por|Si|Sin|Como|No|Ya|Hoy|Ayer|Así|También|Entre|Desde|Hasta|Nos|Me|Se|Le|Es|Hay|Él|Ella|Ellos',
  dropsSubject: true,
  hasDialogueDash: true,
}

const ARABIC: ForeignCues = {
  verbs:
    '(?:و|ف)?(?:قال|قالت|قالوا|قولها|قوله|بقوله|بقولها|بالقول|قائل(?:ا|اً|ًا)|قائلة|صرح|صرّح|صرحت|أكد|أكّد|أكدت|مؤكد(?:ا|اً|ًا)|مؤكدة|أضاف|أضافت|مضيف(?:ا|اً|ًا)|مضيفة|أوضح|أوضحت|موضح(?:ا|اً|ًا)|موضحة|أعلن|أعلنت|ذكر|ذكرت|كتب|كتبت|اعتبر|اعتبرت|معتبرا|معتبرة|شدد|شدّد|شددت|أشار|أشارت|مشيرا|مشيرة|حذر|حذّر|حذرت|محذرا|محذرة|تابع|تابعت|وصف|وصفت|رأى|رأت|لفت|لفتت|يقول|تقول|يضيف|تضيف|روى|روت|تساءل|تساءلت|رد|ردت|أجاب|أجابت|أفاد|أفادت|نفى|نفت|دعا|دعت|طالب|طالبت|استدرك|استدركت|علق|علّق|علقت|زاد|زادت|بين|بيّن|بينت|نبه|نبهت|كشف|كشفت|أعرب|أعربت|أبدى|أبدت|وعد|وعدت|اتهم|اتهمت|ختم|ختمت|نوه|نوهت|أقر|أقرت|اعترف|اعترفت|حكى|حكت|يروي|تروي|يؤكد|تؤكد|يوضح|توضح|يرى|ترى|غرد|غردت|هتف|صاح)',
  verbShape: '(?!)',
  accordingTo: '(?:و)?(?:وفقا ل|وفقًا ل|وفقاً ل|وفق|بحسب|حسب|على حد قول|في رأي|برأي)',
  accordingAfter: '(?!)',
  titles: '(?!)',
  roles: '(?!)',
  bodies: '(?!)',
  pronouns: 'هو|هي',
  prepositions: '(?!)',
  particles: '(?!)',
  openers: '(?!)',
  dropsSubject: true,
  hasDialogueDash: false,
}

const BY_LANGUAGE: { readonly [language: string]: ForeignCues } = { fr: FRENCH, de: GERMAN, es: SPANISH, ar: ARABIC }

/** How a language reports speech; undefined for one whose reports we do not know. */
export function foreignCues(language: string): ForeignCues | undefined {
  return BY_LANGUAGE[primaryLanguage(language)]
}
