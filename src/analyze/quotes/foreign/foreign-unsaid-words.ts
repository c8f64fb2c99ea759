/**
 * The words of a language that tell whether a saying took place. All are alternations, read with `iu`; `said` and what hangs on it
 * name verbs in any form, for which form says little: `n’a jamais dit`, `sans dire` and `qu’elle dise` are one to us.
 */
export type UnsaidWords = {
  readonly said: string
  readonly not: string
  /** Both in one: `n’a dit mot`, the future in Arabic. */
  readonly notSaid: string
  /** Words that turn a negation round: `nicht nur`, `n’a pas hésité à`. */
  readonly stillSaid: string
  /** Conjunctions at which another clause begins. */
  readonly joins: string
  /** What is wished, possible, left alone or yet to come when a verb of saying follows in its clause. */
  readonly unreal: string
  /** Plays, songs and drawings in which somebody says what others wrote; the same of films, which also show what was. */
  readonly staged: string
  readonly filmed: string
  /** Words by which somebody is or speaks as another, up to the quotation: `se faisant passer pour`. */
  readonly pretends: string
  /** Infinitives of saying, and what stands before one that tells of a saying: `a tenu à dire`. */
  readonly infinitive: string
  readonly doesSay: string
  /** A saying in the perfect of another's clause: `se défend d’avoir dit`, `habe gesagt`. */
  readonly having: string
  /** Of a clause on which the saying hangs (`… que X a dit`): that nothing shows it, or that it would be. */
  readonly doubts: string
  /** What `que` goes with as a conjunction of time, or as a relative, so that nothing hangs on another clause. */
  readonly plainThat: string
  /** What opens a clause that is told to be untrue behind the quotation, and how that is told. */
  readonly that: string
  readonly untrue: string
  /** Words that ask about a saying as one that took place: `warum hat sie gesagt`. */
  readonly asksWhy: string
}

const FRENCH: UnsaidWords = {
  said: "(?:re)?dit|dire|dise|disent|disant|(?<!l['’]|la |une |cette |sa |d['’])(?:déclar|affirm|annonc|assur|confirm|prononc|lanc|expliqu|avou|employ|utilis|évoqu|parl|trait|qualifi)(?:er|ée?s?|e|ent|ait|aient|ant|ât)|écri(?:t|re|ve|vait|vant)|prom(?:is|ettre|ette)|répond(?:u|re|e)|reconn(?:u|aître|aisse)|adm(?:is|ettre|ette)|ten(?:u|ir) ces propos",
  not: 'pas|jamais|nullement|aucunement|guère|personne|aucune?|nulle|ni',
  notSaid:
    "(?:dir|répondr|répliquer|ajouter|affirmer|déclarer|expliquer|conclur|écrir|jurer)ai(?:t|ent)|n['’](?:a|ont|avait|avaient|aurait) (?:dit|déclaré|affirmé|annoncé|prononcé|écrit|qualifié|promis)e?s?(?! qu)",
  stillSaid:
    'seulement|uniquement|simplement|moins|(?:hésit|tard|manqu|cach|crain|empêch|lass|cess|oubli|gên|arrêt)\\p{L}*|peur|tremblé|rougi|sans',
  joins:
    "et|mais|puis|or|donc|quand|lorsqu[e'’]|(?:alors|après|tandis|dès|depuis|pendant|parce) qu[e'’]|puisqu[e'’]|où",
  unreal:
    "(?:pourr|devr|voudr|aimer|préférer|souhaiter|faudr)(?:ait|aient)|aur(?:ait|aient) (?:pu|dû|voulu|aimé|préféré)|(?:doi(?:t|vent)|devra|devront|va|vont|peu(?:t|vent)|pourra|pourront|veu(?:t|lent)|espère|compte|rêv\\p{L}+ de|faut)|(?:veu|voul|voudr|exig|demand|souhait|attend|réclam|suppli|press|somm|interdi|empêch|exhort|invit|pri)\\p{L}* [^,;:]*(?:que|qu['’]|de)|(?:gard|absten|renonc|omi|omet|évit|refus|retenu|retient|interdi)\\p{L}* (?:\\p{L}+ )?(?:de|à)|failli|au lieu de|plutôt que de|sans|fai(?:t|sait|re)|font|sur le point de|près de|comme s['’]|imagin\\p{L}*|suppos\\p{L}*",
  staged:
    'pièce|roman|sketch|parodie|caricature|chanson|poème|fable|conte|bande dessinée|comédie|dessin|rêve|cauchemar|spectacle|satire|opéra|dystopie|canular',
  filmed: 'film|série|téléfilm|feuilleton|fiction|adaptation|biopic',
  pretends:
    "(?:un|une) (?:faux|fausse|prétendue?) (?=(?-i:\\p{Lu}))|soi-disant (?=(?-i:\\p{Lu}))|dessin\\p{L}* (?=(?-i:\\p{Lu}))|(?:fai(?:t|sant|saient|sait)|fit) passer pour|se présentant comme|usurp\\p{L}+|sous (?:le nom|l['’]identité) d|au nom d|imit(?:ant|ateur|atrice|e)|sosie|dans la peau d|pastich\\p{L}+",
  infinitive:
    '(?:re)?dire|(?:déclar|affirm|annonc|assur|confirm|prononc|lanc|expliqu|avou|employ|qualifi|parl|trait)er|écrire|promettre|répondre|reconnaître|admettre',
  doesSay:
    "(?:regrett|reconn|adme|admi|avou|excus)\\p{L}*|tien(?:t|nent)|tenu|vien(?:t|nent)|fini\\p{L}*|(?:continu|commenc|content|empress|born|limit|réuss|parven|permet|permis|ose|osé)\\p{L}*|jusqu['’]à|pour|avant de|choisi|préféré|en profite|profité",
  having: '(?<!après )avoir (?:\\p{L}+ment |jamais |aussi )?\\p{L}+(?:é|dit|écrit|mis|is)e?s?(?!\\p{L})',
  doubts:
    'défend\\p{L}*|rejett?\\p{L}*|récus\\p{L}*|par erreur|à tort|loin|rien|nul(?:le)?|aucune?|personne|pas|jamais|dout\\p{L}*|ni|(?:ser|vaudr|faudr|aimer|souhaiter)(?:ait|aient)|invraisemblable|impensable|faux|fausse|nie\\p{L}*|dément\\p{L}*|réfut\\p{L}*',
  plainThat:
    "(?:alors|après|dès|depuis|lors|puis|parce|tandis|bien|ainsi|avant|pendant|ce|tel|celui|celle|ceux|maintenant|c['’]est (?:\\p{L}+ ?){1,2}|rappel\\p{L}*) ?",
  that: "qu(?:e(?!\\p{L})|['’])",
  untrue:
    "(?:est|était|sont|relève de) (?:\\p{L}+ment )?(?:faux|fausse|inventée?|une invention|un mensonge|une infox|une fable|un canular|une rumeur|la rumeur|la pure invention|sans fondement|infondée?|une légende)|n['’](?:est|était) pas vrai",
  asksWhy: 'pourquoi|comment|quand|où|qui|combien',
}

const GERMAN: UnsaidWords = {
  said: '(?:ge)?sag(?:t|te|ten|en|e)|behaupte(?:t|te|ten|n)?|(?:er)?klär(?:t|te|ten|en|e)|(?:ge)?schr(?:ieb|ieben|eibt|eiben|eibe)|(?:ge)?r(?:ief|iefen|uft|ufen)|(?:ge)?n(?:annt|annte|annten|ennt|ennen|enne)|bezeichne(?:t|te|ten|n)?|(?:ge)?äußer(?:t|te|ten|n)|(?:aus|ge|ver)?spr(?:ach|achen|icht|echen|ochen)|versprochen|(?:an)?ge?kündig(?:t|te|en)|ankündigen|bestätig(?:t|te|en)|versicher(?:t|te|n)|zugegeben|zugeben|eingeräumt|einräumen|verwendet(?:e)?|verwenden|benutzt|verr(?:aten|iet)|(?:ge)?antwort(?:et|ete|eten|en)|erwider(?:t|te|n)|entgegn(?:et|ete|en)|erzählt(?:e|en)?|anvertraut',
  not: 'nie|niemals|nicht|kein(?:e|en|em|er|es)?|niemand(?:e[mnrs]|s)?|keineswegs|mitnichten|weder',
  notSaid: '(?!)',
  stillSaid:
    'nur|erst|bloß|allein|zuletzt|zöger\\p{L}*|gezögert|scheu\\p{L}*|müde|umhin|verhehl\\p{L}*|verschw\\p{L}*|nehmen|ohne|lange|geringer\\p{L}*|verlegen',
  joins: 'und|aber|sondern|doch|denn|später|nachdem|während|bevor|weil',
  unreal:
    '(?:hätte|könnte|sollte|müsste|dürfte|möchte|möge|wollte|wird|werde|soll|sollen|muss|müssen|darf|will)(?:n|st|t)?|vermie\\p{L}+|vermeid\\p{L}+|weiger\\p{L}+|würden?|drauf und dran|im Begriff|verzicht\\p{L}+|hüte\\p{L}*|hütet\\p{L}*|ohne|statt|anstatt|unterl\\p{L}+|versäum\\p{L}+|als ob|angenommen|stell\\p{L}* (?:sich|dir|euch) vor|beinahe|fast',
  staged:
    '\\p{L}*(?:(?<!früh|grund)stück|roman|sketch|(?<!g)lied|parodie|karikatur|gedicht|komödie|märchen|satire|comic|(?<!\\p{L})traum|hörspiel|musical|oper|fabel|witz|fernsehfilm|inszenierung)e?s?',
  filmed: '\\p{L}*(?:film|serie|krimi|drama)e?s?',
  pretends:
    '(?:gezeichnet|falsch|vermeintlich|fiktiv|nachgemacht|erfunden|sogenannt)e[rsnm]? (?=(?-i:\\p{Lu}))|ausgab|ausgaben|ausgibt|ausgegeben|ausgebend|unter dem Namen|\\p{L}*imitator(?:in)?|doppelgänger(?:in)?|imitier\\p{L}+|parodier\\p{L}+|in der rolle|im Namen (?:von|der|des)|verkleidet',
  infinitive:
    'zu (?:sagen|erklären|behaupten|schreiben|rufen|nennen|bezeichnen|äußern|bestätigen|versichern)|(?:gesagt|erklärt|behauptet|geschrieben|gerufen|genannt|bezeichnet|versprochen|angekündigt) zu haben|auszusprechen|anzukündigen|zuzugeben',
  doesSay:
    '(?:bedauer|entschuldig|räum|gestand|gestehen)\\p{L}*|um|beg[ao]nn\\p{L}*|fort\\p{L}*|zöger\\p{L}*|müde|umhin|nehmen|wag\\p{L}*|genötigt|gezwungen|hinreißen|fuhr',
  having:
    '(?:habe|haben) (?:\\p{L}+ )*?(?:ge\\p{L}+(?:t|en)|behauptet|erklärt|bezeichnet|versprochen)(?!\\p{L})|ge\\p{L}+(?:t|en) zu haben',
  doubts:
    'verwahr\\p{L}*|dagegen|irrtümlich|fälschlich|weit davon|fern davon|nichts|nirgend\\p{L}*|nicht|nie|niemals|kein\\p{L}*|niemand\\p{L}*|wäre|würde|hätte|bezweif\\p{L}*|zweif\\p{L}*|bestr\\p{L}+|dementier\\p{L}+|leugn\\p{L}+|weis\\p{L}* [^;]*zurück|wies [^;]*zurück|str(?:eite|i)tt?\\p{L}* [^;]*ab|unwahrscheinlich|undenkbar|falsch|erfunden',
  plainThat: '(?:so|ohne|dadurch|damit) ?',
  that: 'dass(?!\\p{L})',
  untrue:
    '(?:ist|war|sei|sind) (?:\\p{L}+ ){0,2}?(?:erfunden|falsch|unwahr|gelogen|eine? (?:\\p{L}+ )?(?:lüge|fälschung|gerücht|märchen|erfindung)|unsinn|quatsch|nicht wahr)|(?:stimmt|stimmte) nicht|(?:trifft|traf) nicht zu|entbehrt',
  asksWhy: 'warum|weshalb|wieso|wann|wo|wer|wie|was',
}

const SPANISH: UnsaidWords = {
  said: 'dijo|dijeron|dice|dicen|dicho|decir(?:lo|le|les)?|diga|digan|dijera|dijeran|dijese|(?:declar|afirm|asegur|anunci|calific|pronunci|llam|habl|us|utiliz|emple|confirm|tild)(?:ó|ado|ar|aron|a|e|en|ara|ase)|escri(?:bió|to|bir|be|ba|biera)|prome(?:tió|tido|ter|ta)|respond(?:ió|ido|er|a)|recono(?:ció|cido|cer|zca)|admit(?:ió|ido|ir|a)',
  not: 'no|nunca|jamás|tampoco|nadie|ning[úu]n[oa]?|ni',
  notSaid: '(?:dir|responder|replicar|añadir|afirmar|declarar|explicar|concluir|escribir|jurar)ían?',
  stillSaid:
    's[oó]lo|solamente|únicamente|obstante|dud\\p{L}*|tard\\p{L}*|vacil\\p{L}*|cans\\p{L}*|paró|dej[óa]|ces[óa]|reparos?|inconveniente|problemas?|cort[óa]|escond\\p{L}*|ocult\\p{L}*|titub\\p{L}*|olvid\\p{L}*|evitar|menos|hasta|sin',
  joins:
    'y|e|pero|sino|mas|aunque|cuando|mientras|donde|(?:después|antes|desde|ya|luego|una vez|hasta)(?: de)? que|porque',
  unreal:
    '(?:podr|deber|querr|tendr|habr)ían?|pod(?:ía|ían) haber|pudo haber|pudieron haber|debió|hub(?:iera|iese|ieran|iesen)|debe(?:n)?|va a|van a|iba a|a punto de|cerca de|puede(?:n)?|quiere(?:n)?|espera(?:n)?|(?:quier|quis|quer|exig|pid|ped|reclam|esper|dese|ruega|rog|inst|prohíb|prohib|imped|impid|obliga|invita)\\p{L}* [^,;:]*(?:que|a que|a|de)|(?:neg|evit|rehus|abst|abstuv|renunci|omit|cuid)\\p{L}*(?: mucho| muy bien| bien)?(?: a| de)?|sin|en lugar de|en vez de|como si|imagin\\p{L}*|supong\\p{L}*|ojalá|hac(?:e|en|ía|er)',
  staged:
    'obra (?:de teatro|teatral|musical|satírica)|novela|canción|parodia|sátira|caricatura|comedia|viñeta|sueño|poema|musical|fábula|cuento|chiste|zarzuela|ópera|función|sketch|inocentada',
  filmed: 'película|serie|film|telefilme|ficción|adaptación',
  pretends:
    '(?:un|una) (?:fals[oa]|supuest[oa]|pretendid[oa]) (?=(?-i:\\p{Lu}))|pasar por|haciéndose pasar|suplant\\p{L}+|imitador(?:a)?|imitando|en nombre de|bajo el nombre de|sosias|disfrazad[oa]|parodi\\p{L}+',
  infinitive:
    'decir(?:lo|le|les)?|(?:declar|afirm|asegur|anunci|calific|pronunci|llam|confirm|tild|emple|utiliz)ar|escribir|prometer|responder|reconocer|admitir',
  doesSay:
    '(?:reconoc|admit|lament|confes|disculp)\\p{L}*|para|al|tras|antes de|después de|(?:volv|acab|termin|limit|empez|comenz|atrev|sigu|apresur|logr|alcanz|lleg|dign)\\p{L}*|hasta|pasó a|quiso',
  having: '(?<!tras |después de )haber(?:le|les|lo)? \\p{L}+(?:ado|ido|dicho|scrito)(?!\\p{L})',
  doubts:
    'rechaz\\p{L}*|por error|erróneamente|lejos|nada|nadie|no|nunca|jamás|ning[úu]n[oa]?|tampoco|(?:ser|har|habr|gustar)ían?|dud\\p{L}*|neg(?:ó|aron|ado)|nieg\\p{L}*|desm(?:int|ient)\\p{L}*|fals[oa]|impensable|absurdo|inverosímil',
  plainThat:
    '(?:después de|desde|antes de|hasta|ya|aunque|para|lo|la|el|los|las|siempre|una vez|mientras|record\\p{L}*|fue [^,]*) ?',
  that: 'que(?!\\p{L})',
  untrue:
    '(?:es|era|son|resultó(?: ser)?) (?:\\p{L}+mente )?(?:fals[oa]|un bulo|mentira|una mentira|una? \\p{L}*\\s?(?:invención|rumor|invento|montaje)|pura invención|inventad[oa]|infundad[oa])|no (?:es|era) (?:cierto|verdad)',
  asksWhy: 'por qué|cómo|cuándo|dónde|quién|cuánto',
}

const ARABIC_PAST = 'قال|صرح|صرّح|أعلن|ذكر|كتب|وصف|وعد|أكد|أكّد|أقر|اعترف|نطق|تفوه|استخدم|اعتبر'
const ARABIC: UnsaidWords = {
  said: `(?:${ARABIC_PAST})(?:ت|وا)?(?:ه|ها)?|[يت](?:قول|قل|صرح|علن|ذكر|كتب|صف|عد|ؤكد|قر|عترف|نطق|تفوه|ستخدم|عتبر)(?:ه|ها)?|(?:ال)?قول|بالقول`,
  not: '[وف]?(?:لم|لن|لا|ليس|ليست|دون|بدون|غير|لا أحد|أي من)',
  notSaid: 'س[يت](?:قول|صرح|علن|ؤكد|كتب)',
  stillSaid:
    '[يت]?ت?تردد|[يت]خف|[يت]كتف|يزال|تزال|سيما|بد|[يت]فت|[يت]فوّ?ت|[يت]نس|[يت]منع\\p{L}*|سوى|إلا|فقط|[يت]توان|[يت]جد حرجا|[يت]تأخر',
  joins:
    '[وف](?=(?:قال|صرح|أعلن|ذكر|كتب|وصف|أكد|أضاف|اعتبر)(?:ت|وا)?(?!\\p{L}))|لكن|لكنه|لكنها|بل|ثم|عندما|حينما|حين|لما|بعدما|بينما|إذ|حيث|(?:بعد|قبل|منذ) أن',
  unreal:
    '(?<!قبل |بعد |إلى |سبق |لبثت? |استطاعت? |تمكنت? من |حرصت? على |ترددت? في |اختارت? |فضلت? )[بل]?أن(?= [يت])|سوف|رفض\\p{L}*|امتنع\\p{L}*|تجنب\\p{L}*|أحجم\\p{L}*|كاد\\p{L}*|تكاد|يكاد|لو|على وشك|تخيل\\p{L}*|تصور\\p{L}*|بدلا من|بدل',
  staged: '(?:ال)?(?:مسرحية|رواية|أغنية|قصيدة|كاريكاتير|رسم كاريكاتوري|نكتة|حلم|محاكاة ساخرة|أوبريت|حكاية|خرافة)',
  filmed: '(?:ال)?(?:فيلم|مسلسل|مشهد تمثيلي)',
  pretends:
    'المدعو زورا|انتحل\\p{L}*|ينتحل|تنتحل|منتحل\\p{L}*|تقمص\\p{L}*|يتقمص|متقمص\\p{L}*|يقلد|تقلد|مقلد\\p{L}*|(?:ال)?وهمي(?:ة)?|مزعوم\\p{L}*|زورا|بهتانا',
  infinitive: '(?!)',
  doesSay: 'أقر\\p{L}*|اعترف\\p{L}*|اعتذر\\p{L}*|(?!)',
  having: '(?:[يت]كون|[يت]كونوا) قد (?:قال|صرح|أعلن|ذكر|كتب|وصف)',
  doubts:
    'خطأ|بالخطأ|[وف]?(?:لا|لم|لن|ليس|ليست|غير|دون|نفى|نفت|ينفي|تنفي|مستبعد|المستبعد|يستبعد|لو|شك\\p{L}*|يشك\\p{L}*|كذب|مشكوك)',
  plainThat: '(?:بعد|قبل|منذ|إلى|ما|سبق|حتى|يذكر|يشار إلى) ?',
  that: '[بل]?[إأ]ن(?:ه|ها)?(?!\\p{L})|كون(?!\\p{L})',
  untrue: '(?:كذب|كاذب|غير صحيح|لا أساس|إشاعة|شائعة|مفبرك|ملفق|عار (?:عن|من) الصحة|محض افتراء|افتراء)',
  asksWhy: 'لماذا|كيف|متى|أين|لم',
}

/** By language; English is read with its grammar (`unsaid.ts`). */
export const UNSAID_WORDS: { readonly [language: string]: UnsaidWords } = {
  fr: FRENCH,
  de: GERMAN,
  es: SPANISH,
  ar: ARABIC,
}
