import type { QuotationWords } from '../quotation-words.ts'

const DENIED = '(?:gesagt|behauptet|erklärt|geschrieben|versprochen|angekündigt|gerufen|genannt|bezeichnet)'

/** How German reports what people say. */
export const germanQuotations = (): QuotationWords => ({
  reports: {
    verbs:
      'sagte|sagten|sagt|sagen|gesagt|erklärte|erklärt|betonte|betont|meinte|meint|fügte|teilte|mitgeteilt|schrieb|schreibt|forderte|fordert|warnte|warnt|kritisierte|kritisiert|versicherte|versichert|versprach|verspricht|antwortete|antwortet|entgegnete|ergänzte|ergänzt|bekräftigte|erläuterte|berichtete|berichtet|kündigte|kündigt|räumte|sprach|spricht|nannte|nennt|bezeichnete|bezeichnet|lobte|lobt|begründete|begründet|äußerte|beklagte|beklagt|urteilte|urteilt|resümierte|verteidigte|verwies|verweist|hieß|heißt|stellte(?= (?:klar|fest|richtig|in Aussicht))|erzählte|erzählt|erinnerte|erinnert|rief|ruft|fragte|fragt|hoffte|hofft|beschrieb|beschreibt|bestätigte|bestätigt|behauptete|behauptet|mahnte|mahnt|sicherte|wies|so|\\p{Ll}{3,}te(?=, dass)',
    verbShape: String.raw`(?!(?:mit|seit|heute|nicht|dort|damit|somit|jetzt|erst|selbst|meist|fast|hat|hatte|hatten|ist|gilt|gibt es|konnte|konnten|sollte|sollten|wollte|wollten|musste|mussten|könnte|würde|bedeutet|lautet|lautete|steht|stand|kommt|geht|rechte|letzte|erste|zweite|dritte|gute|alte)(?!\p{L}))\p{Ll}{2,}(?:t|te|ten)`,
    plural: /ten$|^sagen$/iu,
    accordingTo:
      'laut|nach (?:Angaben|Worten|Ansicht|Aussage|Einschätzung|Überzeugung|Meinung) (?:von|der|des)|nach den Worten (?:von|der|des)|für',
    purpose: 'für',
    accordingAfter: 'zufolge',
    // `Dank X, so eine Anwohnerin, „…“`
    sourceFollows: 'so',
    clitics: 'sich',
    separablePrefixes: 'mit|an|zu|hinzu|ein|fest',
    he: 'er',
    she: 'sie',
    reflexive: 'sich',
    impersonal: 'es|man',
    firstPerson: 'ich',
    determiners: 'der|die|das|eine?|seine?|ihre?',
    possessives: 'seine?[mnrs]?|ihre?[mnrs]?',
    and: 'und',
    concessions: 'Während|Obwohl|Obgleich|Wenngleich|Auch wenn',
    subjectRelatives: 'der|die|welcher|welche',
    objectRelatives: '(?:(?:von|mit)\\s)?(?:den|dem|deren|dessen)',
    butNot: 'und nicht|nicht',
    toHearer: 'zu|gegenüber|mit|vor',
    // `X sagt, der Minister habe gesagt`, `X erinnert sich, wie ihre Mutter sagte`
    otherSubject:
      /(?<!\p{L})(?:dass|ob)\s(?:der|die|das|eine?|seine?|ihre?)\s\p{Lu}|,\s(?:der|eine?|seine?|ihre?|dessen|deren)\s\p{Lu}\p{L}+\s(?:habe|hätte|hat)(?!\p{L})|,\s(?:wie|als|wenn|während|nachdem|bevor|weil)\s(?:der|die|das|eine?|seine?|ihre?)\s\p{Lu}/u,
    dependentName: /,\s*(?:laut|nach|wie)(?!\p{L})/u,
    // `X lobte sie, sprach die Opposition von`
    subjectBehind: /^\s+(?:die|der|das|eine?|seine?|ihre?)\s+\p{Lu}/u,
    saidToMe: /(?<!\p{L})(?:zu|gegenüber|sagten?) (?:mir|uns)(?!\p{L})/u,
    beforeTitles: 'des|dem|der|die|das|den|ein|eine',
    asides: { shape: String.raw`\p{Ll}{4,}[et]` },
  },
  // `X erzählt, ein Kollege habe ihm gesagt: „`
  anotherSpeaks:
    /,\s(?:der|die|ein|eine|seine?|ihre?)\s\p{Lu}\p{L}+\s(?:habe|hätte)\s(?:ihm|ihr|ihnen|mir|uns)\s\p{L}+\s*:\s*$/u,
  denials: {
    sayingVerbs:
      '(?:ge)?sag(?:t|te|ten|en|e)|behaupte(?:t|te|ten|n)?|(?:er)?klär(?:t|te|ten|en|e)|(?:ge)?schr(?:ieb|ieben|eibt|eiben|eibe)|(?:ge)?r(?:ief|iefen|uft|ufen)|(?:ge)?n(?:annt|annte|annten|ennt|ennen|enne)|bezeichne(?:t|te|ten|n)?|(?:ge)?äußer(?:t|te|ten|n)|(?:aus|ge|ver)?spr(?:ach|achen|icht|echen|ochen)|versprochen|(?:an)?ge?kündig(?:t|te|en)|ankündigen|bestätig(?:t|te|en)|versicher(?:t|te|n)|zugegeben|zugeben|eingeräumt|einräumen|verwendet(?:e)?|verwenden|benutzt|verr(?:aten|iet)|(?:ge)?antwort(?:et|ete|eten|en)|erwider(?:t|te|n)|entgegn(?:et|ete|en)|erzählt(?:e|en)?|anvertraut',
    not: 'nie|niemals|nicht|kein(?:e|en|em|er|es)?|niemand(?:e[mnrs]|s)?|keineswegs|mitnichten|weder',
    stillSaid:
      'nur|erst|bloß|allein|zuletzt|zöger\\p{L}*|gezögert|scheu\\p{L}*|müde|umhin|verhehl\\p{L}*|verschw\\p{L}*|nehmen|ohne|lange|geringer\\p{L}*|verlegen',
    hesitates: /zöger/iu,
    joins: 'und|aber|sondern|doch|denn|später|nachdem|während|bevor|weil',
    unreal:
      '(?:hätte|könnte|sollte|müsste|dürfte|möchte|möge|wollte|wird|werde|soll|sollen|muss|müssen|darf|will)(?:n|st|t)?|vermie\\p{L}+|vermeid\\p{L}+|weiger\\p{L}+|würden?|drauf und dran|im Begriff|verzicht\\p{L}+|hüte\\p{L}*|hütet\\p{L}*|ohne|statt|anstatt|unterl\\p{L}+|versäum\\p{L}+|als ob|angenommen|stell\\p{L}* (?:sich|dir|euch) vor|beinahe|fast',
    inThe: '(?:im|in (?:de[mr]|eine[mr]|diese[mr])) ',
    staged:
      '\\p{L}*(?:(?<!früh|grund)stück|roman|sketch|(?<!g)lied|parodie|karikatur|gedicht|komödie|märchen|satire|comic|(?<!\\p{L})traum|hörspiel|musical|oper|fabel|witz|fernsehfilm|inszenierung)e?s?',
    filmed: '\\p{L}*(?:film|serie|krimi|drama)e?s?',
    pretends:
      '(?:gezeichnet|falsch|vermeintlich|fiktiv|nachgemacht|erfunden|sogenannt)e[rsnm]? (?=(?-i:\\p{Lu}))|ausgab|ausgaben|ausgibt|ausgegeben|ausgebend|unter dem Namen|\\p{L}*imitator(?:in)?|doppelgänger(?:in)?|imitier\\p{L}+|parodier\\p{L}+|in der rolle|im Namen (?:von|der|des)|verkleidet',
    infinitive:
      'zu (?:sagen|erklären|behaupten|schreiben|rufen|nennen|bezeichnen|äußern|bestätigen|versichern)|(?:gesagt|erklärt|behauptet|geschrieben|gerufen|genannt|bezeichnet|versprochen|angekündigt) zu haben|auszusprechen|anzukündigen|zuzugeben',
    didSay:
      '(?:bedauer|entschuldig|räum|gestand|gestehen)\\p{L}*|um|beg[ao]nn\\p{L}*|fort\\p{L}*|zöger\\p{L}*|müde|umhin|nehmen|wag\\p{L}*|genötigt|gezwungen|hinreißen|fuhr',
    having:
      '(?:habe|haben) (?:\\p{L}+ )*?(?:ge\\p{L}+(?:t|en)|behauptet|erklärt|bezeichnet|versprochen)(?!\\p{L})|ge\\p{L}+(?:t|en) zu haben',
    doubts:
      'verwahr\\p{L}*|dagegen|irrtümlich|fälschlich|weit davon|fern davon|nichts|nirgend\\p{L}*|nicht|nie|niemals|kein\\p{L}*|niemand\\p{L}*|wäre|würde|hätte|bezweif\\p{L}*|zweif\\p{L}*|bestr\\p{L}+|dementier\\p{L}+|leugn\\p{L}+|weis\\p{L}* [^;]*zurück|wies [^;]*zurück|str(?:eite|i)tt?\\p{L}* [^;]*ab|unwahrscheinlich|undenkbar|falsch|erfunden',
    that: 'dass(?!\\p{L})',
    ownPronouns: 'er|sie',
    plainThat: '(?:so|ohne|dadurch|damit) ?',
    untrue:
      '(?:ist|war|sei|sind) (?:\\p{L}+ ){0,2}?(?:erfunden|falsch|unwahr|gelogen|eine? (?:\\p{L}+ )?(?:lüge|fälschung|gerücht|märchen|erfindung)|unsinn|quatsch|nicht wahr)|(?:stimmt|stimmte) nicht|(?:trifft|traf) nicht zu|entbehrt',
    asksWhy: 'warum|weshalb|wieso|wann|wo|wer|wie|was',
    deniedBefore: [
      `(?:nie|nicht|niemals|keineswegs) (?!nur)(?:so )?${DENIED}[^,;:]{0,40}[:,]?\\s*$`,
      '(?:sagte|behauptete|erklärte|schrieb|versprach|rief) (?:nie|nicht|niemals|keineswegs)(?! nur)[^,;:]{0,40}[:,]?\\s*$',
      `(?:bestreite[tn]|bestritt(?:en)?|dementier\\p{L}+|leugne\\p{L}*|vernein\\p{L}+)[^;]{0,80}(?:${DENIED} zu haben|(?<!\\p{L})dass |jemals)`,
      '^[^\\p{L}]*(?:wenn|falls|ob) [^,]*$',
      `(?:wirft|warf|werfen|warfen) [^;:]{1,60} vor,? [^;]*${DENIED} zu haben`,
      '(?:gefälschte|manipulierte|falsche|satirische|erfundene|bearbeitete|angebliche)[rsnm]? \\p{Lu}?\\p{L}*(?:video|audio|beitrag|post|nachricht|brief|bild|zitat|aufnahme|konto|interview|foto|tweet|seite)s?(?!\\p{L})(?!.* und )',
      'deepfake',
      '(?:es stimmt nicht|es ist falsch|keine belege|keinen beleg)[^;]{0,20}, dass ',
      '(?:fälschlich|falsch) (?:zitiert|zugeschrieben|wiedergegeben)',
    ],
    hearsay: [`(?:soll|sollen) [^;:]{1,60} ?${DENIED} haben`, '(?:angeblich|mutmaßlich)(?!\\p{L})'],
  },
  secondhand: {
    quotes: 'zitier(?:t|te|ten|en|end)|rezitier(?:t|te|ten)|(?:teilte|teilt) (?:(?:eine|die) nachricht|einen beitrag)',
    reads: 'las|liest|lasen|vorgelesen|sang|singt|sangen',
    own: 'erklärung|rede|entschuldigung|rücktritt\\p{L}*|stellungnahme|ansprache',
    gets: 'erhielt|erhält|erhalten|bekam|bekommt|bekommen|fand|findet|entdeckte|zeigte|sah|(?:teilte|teilt)(?! (?:eine|die) nachricht| einen beitrag)|geteilt\\p{L}*|verbreitete|retweetete|likte|gefiel',
    written:
      '(?:text)?nachricht(?:en)?|\\p{L}*brief|e-?mail|mail|zettel|karte|sms|schild|plakat|inschrift|aufschrift|artikel|satz|gedicht|sprichwort|drohung|beitrag|post|posting|tweet|kommentar',
    holds: 'trug|trägt|hielt|hält|schwenkte|schwenkt|entrollte|hisste|tragend|haltend',
    sign: '\\p{L}*schild|plakat|transparent|banner|t-shirt|hemd|mütze|fahne|button|anstecker|aufschrift',
    thingSays:
      /^(?:der|die|das|ein|eine|diese[rs]?) .*(?:beitrag|post|posting|tweet|kommentar|nachricht|zettel|plakat|schild|brief)(?!\p{L}).*(?:lautete|lautet|besagte|besagt|sagte|hieß es)[^\p{L}]*$/iu,
  },
})
