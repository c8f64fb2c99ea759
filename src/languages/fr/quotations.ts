import type { QuotationWords } from '../quotation-words.ts'

/** Participles and present forms. */
const SAID =
  'déclaré|déclare|déclarait|affirmé|affirme|ajouté|ajoute|expliqué|explique|expliquait|assuré|assure|estimé|estime|indiqué|indique|précisé|précise|souligné|souligne|annoncé|annonce|rappelé|rappelle|insisté|insiste|lancé|lance|confié|confie|regretté|regrette|dénoncé|dénonce|conclu|conclut|martelé|martèle|rétorqué|rétorque|noté|note|jugé|juge|tranché|tranche|salué|salue|tweeté|accusé|accuse|souhaité|promis|promet|averti|avertit|prévenu|prévient|répondu|répond|reconnu|reconnaît|écrit|dit|disait|raconté|raconte|poursuivi|poursuit|soutenu|soutient|témoigné|témoigne|résumé|résume|admis|admet|plaidé|plaide|évoqué|évoque|réclamé|réclame|demandé|demande|parlé|parle|prôné|prône|invoqué|invoque|décrit|qualifié|qualifie|critiqué|critique|fustigé|fustige|vanté|vante|espéré|espère|redouté|redoute|fait valoir|fait savoir|ajouter|conclure|préciser|lâcher'

/** Participles of saying, and things in which somebody seems to say something. */
const DENIED =
  '(?:dit|déclaré|affirmé|écrit|annoncé|promis|assuré|confirmé|qualifié|traité|prononcé|lancé|confié|crié|répondu|expliqué)'
const THING =
  '(?:vidéo|message|publication|compte|lettre|image|citation|enregistrement|tweet|photo|communiqué|interview|affiche|site|montage|sketch|page)s?'

/** How French reports what people say. */
export const frenchQuotations = (): QuotationWords => ({
  reports: {
    verbs:
      "(?:l['’])?(?:a|ont|avait|avaient|aurait) (?:aussi |également |encore |notamment |même )?(?:" +
      SAID +
      ')e?s?|(?:' +
      SAID +
      ")|s['’](?:est|était) (?:félicité|indigné|inquiété|réjoui|emporté|agacé|étonné)e?|(?:a|ont|avait) (?!été)\\p{L}{2,}[éiu](?= qu|\\s*:)",
    verbShape: String.raw`(?:l['’])?(?:a|ont|avait|avaient)(?:-t)?(?:-(?:il|elle|on|ils|elles))? (?:\p{L}+ment )?\p{L}{2,}(?:é|i|u|it|is)e?s?|s['’](?:est|était)(?:-(?:il|elle))? \p{L}+[éiu]e?s?|(?:s['’]|se )\p{L}{3,}(?:e|it|nt)(?:-(?:t-)?(?:il|elle|on))?|(?!(?:comme|elle|cette|notre|votre|entre|autre|une|même|toute|quelque|contre|encore|puisque|lorsque|parce|tandis|dont|tout|mais|avant|pendant|devant|durant|suivant|notamment|petit|grand|haut)(?!\p{L}))\p{Ll}{3,}(?:e|it|nt|d)(?:-(?:t-)?(?:il|elle|on|ils|elles))?`,
    inverted: String.raw`(?:l['’])?a-t-(?:il|elle) \p{L}+|(?:s['’]|se )?\p{Ll}{2,}-(?:t-)?(?:il|elle)`,
    infinitives: String.raw`\p{L}+r`,
    plural: /^(?:ont|avaient)(?!\p{L})|^(?:disent|affirment|assurent)$/iu,
    accordingTo: "selon|d['’]après|pour|de l['’]avis de|aux yeux de",
    purpose: 'pour',
    clitics: 'le|lui|se|les|nous',
    he: 'il',
    she: 'elle',
    impersonal: 'on|ils|elles|se',
    firstPerson: "je|j['’]",
    determiners: "le|la|les|l['’]|une?|son|sa|ses|leurs?",
    possessives: 'son|sa|ses|leurs?',
    and: 'et',
    leadIns: '(?:et|puis|mais)(?: de)?',
    concessions: "Si(?!\\p{L})|S['’]ils?|Bien qu|Quoiqu|Alors qu|Tandis qu|Même si|Pendant qu",
    subjectRelatives: 'qui|lequel|laquelle',
    objectRelatives: "(?:(?:à|de|par|pour|avec)\\s)?(?:qu['’]|que|dont|auquel)",
    days: 'les?\\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)',
    butNot: 'et non(?: pas)?',
    toHearer: 'à|avec|devant',
    otherSubject: /(?<!\p{L})(?:que|qu['’])\s?(?:le|la|les|l['’]|une?|son|sa|ses|leurs?)\s?\p{Ll}+/u,
    dependentName: /,\s*(?:selon|d['’]après|comme)(?!\p{L})|(?<!\p{L})(?:que|dont|qu['’]|à qui)(?!\p{L})/u,
    // `X se souvient de sa mère lui disant : «`, `X a raconté que son capitaine … en disant`
    unnamedSpeaker:
      /(?<!\p{L})(?:souv[ie]\p{L}+|rappel\p{L}+|enten\p{L}+|(?:a|ont) vu)\s(?:de\s)?(?:sa|son|ses|le|la|l['’]|une?)\s?\p{L}+[^,;:]{0,30}(?<!\p{L})(?<!en )\p{L}+ant\s*:?\s*$|(?<!\p{L})(?:que|qu['’])\s?(?:le|la|les|l['’]|une?|son|sa|ses)\s?\p{L}+.*(?<!\p{L})en (?:disant|criant|lançant|hurlant|répétant|expliquant)\s*:?\s*$/u,
    saidToMe: /^[\s,–—-]{0,4}(?:m['’](?:a|ont|avait)|me|nous)(?!\p{L})/u,
    beforeTitles: "de la|de l['’]|du|des|le|la|les|un|une",
    asides: {
      inverted: String.raw`(?:l['’])?a-t-(?:il|elle) \p{L}+|\p{Ll}{2,}-t-(?:il|elle)`,
      shape: String.raw`\p{Ll}{4,}[et]`,
      articles: "le|la|l['’]|un|une|son|sa",
      apposition: 'qui|chef|cheffe|présidente?|maire|directrice|directeur|membre|porte-parole|responsable|habitante?',
    },
  },
  // `X raconte qu’un collègue lui avait glissé : «`
  anotherSpeaks:
    /(?<!\p{L})(?:que|qu['’])\s?(?:le|la|les|l['’]|une?|son|sa|ses)\s?[^,;:]{2,40}?(?<!\p{L})(?:lui|leur|nous|m['’]|l['’])\s?(?:a|ont|avait|avaient|aurait)\s\p{L}+\s*:\s*$/u,
  denials: {
    sayingVerbs:
      "(?:re)?dit|dire|dise|disent|disant|(?<!l['’]|la |une |cette |sa |d['’])(?:déclar|affirm|annonc|assur|confirm|prononc|lanc|expliqu|avou|employ|utilis|évoqu|parl|trait|qualifi)(?:er|ée?s?|e|ent|ait|aient|ant|ât)|écri(?:t|re|ve|vait|vant)|prom(?:is|ettre|ette)|répond(?:u|re|e)|reconn(?:u|aître|aisse)|adm(?:is|ettre|ette)|ten(?:u|ir) ces propos",
    not: 'pas|jamais|nullement|aucunement|guère|personne|aucune?|nulle|ni',
    neverSaid:
      "(?:dir|répondr|répliquer|ajouter|affirmer|déclarer|expliquer|conclur|écrir|jurer)ai(?:t|ent)|n['’](?:a|ont|avait|avaient|aurait) (?:dit|déclaré|affirmé|annoncé|prononcé|écrit|qualifié|promis)e?s?(?! qu)",
    stillSaid:
      'seulement|uniquement|simplement|moins|(?:hésit|tard|manqu|cach|crain|empêch|lass|cess|oubli|gên|arrêt)\\p{L}*|peur|tremblé|rougi|sans',
    hesitates: /hésit/iu,
    joins:
      "et|mais|puis|or|donc|quand|lorsqu[e'’]|(?:alors|après|tandis|dès|depuis|pendant|parce) qu[e'’]|puisqu[e'’]|où",
    unreal:
      "(?:pourr|devr|voudr|aimer|préférer|souhaiter|faudr)(?:ait|aient)|aur(?:ait|aient) (?:pu|dû|voulu|aimé|préféré)|(?:doi(?:t|vent)|devra|devront|va|vont|peu(?:t|vent)|pourra|pourront|veu(?:t|lent)|espère|compte|rêv\\p{L}+ de|faut)|(?:veu|voul|voudr|exig|demand|souhait|attend|réclam|suppli|press|somm|interdi|empêch|exhort|invit|pri)\\p{L}* [^,;:]*(?:que|qu['’]|de)|(?:gard|absten|renonc|omi|omet|évit|refus|retenu|retient|interdi)\\p{L}* (?:\\p{L}+ )?(?:de|à)|failli|au lieu de|plutôt que de|sans|fai(?:t|sait|re)|font|sur le point de|près de|comme s['’]|imagin\\p{L}*|suppos\\p{L}*",
    inThe: "dans (?:la |le |une? |cette |ce |l['’])",
    staged:
      'pièce|roman|sketch|parodie|caricature|chanson|poème|fable|conte|bande dessinée|comédie|dessin|rêve|cauchemar|spectacle|satire|opéra|dystopie|canular',
    filmed: 'film|série|téléfilm|feuilleton|fiction|adaptation|biopic',
    pretends:
      "(?:un|une) (?:faux|fausse|prétendue?) (?=(?-i:\\p{Lu}))|soi-disant (?=(?-i:\\p{Lu}))|dessin\\p{L}* (?=(?-i:\\p{Lu}))|(?:fai(?:t|sant|saient|sait)|fit) passer pour|se présentant comme|usurp\\p{L}+|sous (?:le nom|l['’]identité) d|au nom d|imit(?:ant|ateur|atrice|e)|sosie|dans la peau d|pastich\\p{L}+",
    infinitive:
      '(?:re)?dire|(?:déclar|affirm|annonc|assur|confirm|prononc|lanc|expliqu|avou|employ|qualifi|parl|trait)er|écrire|promettre|répondre|reconnaître|admettre',
    didSay:
      "(?:regrett|reconn|adme|admi|avou|excus)\\p{L}*|tien(?:t|nent)|tenu|vien(?:t|nent)|fini\\p{L}*|(?:continu|commenc|content|empress|born|limit|réuss|parven|permet|permis|ose|osé)\\p{L}*|jusqu['’]à|pour|avant de|choisi|préféré|en profite|profité",
    having: '(?<!après )avoir (?:\\p{L}+ment |jamais |aussi )?\\p{L}+(?:é|dit|écrit|mis|is)e?s?(?!\\p{L})',
    doubts:
      'défend\\p{L}*|rejett?\\p{L}*|récus\\p{L}*|par erreur|à tort|loin|rien|nul(?:le)?|aucune?|personne|pas|jamais|dout\\p{L}*|ni|(?:ser|vaudr|faudr|aimer|souhaiter)(?:ait|aient)|invraisemblable|impensable|faux|fausse|nie\\p{L}*|dément\\p{L}*|réfut\\p{L}*',
    that: "qu(?:e(?!\\p{L})|['’])",
    ownPronouns: 'il|elle',
    plainThat:
      "(?:alors|après|dès|depuis|lors|puis|parce|tandis|bien|ainsi|avant|pendant|ce|tel|celui|celle|ceux|maintenant|c['’]est (?:\\p{L}+ ?){1,2}|rappel\\p{L}*) ?",
    untrue:
      "(?:est|était|sont|relève de) (?:\\p{L}+ment )?(?:faux|fausse|inventée?|une invention|un mensonge|une infox|une fable|un canular|une rumeur|la rumeur|la pure invention|sans fondement|infondée?|une légende)|n['’](?:est|était) pas vrai",
    asksWhy: 'pourquoi|comment|quand|où|qui|combien',
    deniedBefore: [
      `n['’](?:a|ai|ont|avait|avaient|aurait|auraient)(?: \\p{L}+ment)? (?:jamais|pas|nullement) ${DENIED}[^,;:]{0,50}[:,]?\\s*$`,
      "(?:nie|nient|niait|nié|dément|démentent|démentait|démenti|conteste|contestent|contesté|réfute|réfutent|réfuté) (?:avoir|que|qu['’])[^,;]{0,80}$",
      "^[^\\p{L}]*(?:si|s['’]ils?) [^,]*$",
      "(?:demand\\p{L}*|savoir|ignor\\p{L}*|dou\\p{L}*) (?:si|s['’]ils?) [^,;]*$",
      `(?:refus\\p{L}* de|évit\\p{L}* de|sans|au lieu de|plutôt que de) (?:dire|déclarer|affirmer|écrire|avoir ${DENIED})`,
      `(?:fausses?|faux|prétendue?) ${THING}(?!\\p{L})(?!.* et )[^,;]{0,80}$`,
      `${THING} (?:truqué|falsifié|manipulé|parodique|satirique|détourné|inventé|fabriqué|bidon)e?s?(?!\\p{L})(?!.* et )[^,;]{0,80}$`,
      "(?:il est faux|il n['’]est pas vrai|rien n['’]indique|aucune preuve|pas de preuve) qu[e'’]",
      '(?:à tort|faussement) (?:cité|attribué|présenté)|(?:cité|présenté)e? (?:à tort|faussement)',
      "accus\\p{L}* [^,;]{1,60} d['’]avoir ",
    ],
    hearsay: [
      `aurai(?:t|ent) (?:\\p{L}+ )?${DENIED}`,
      "(?:prétend|prétendent|prétendu|allègue|allèguent) (?:que|qu['’])",
      "(?:selon|d['’]après) [^,:]{2,60}, .{2,60} (?:a|ont|avait) \\p{L}+(?:é|i|u|it)(?!\\p{L})",
    ],
  },
  secondhand: {
    quotes:
      'cit(?:e|é|ait|ant)(?! (?:comme|dans|par|en exemple)(?!\\p{L}))|récit(?:e|é|ait|ant)|paraphras(?:e|é|ait|ant)',
    reads: 'lit|lu|lisait|lisant|chant(?:e|é|ait|ant)|entonn(?:e|é|ait|ant)|déclam(?:e|é|ait|ant)',
    own: 'communiqué|déclaration|discours|allocution|excuses|démission|texte préparé',
    gets: 'reçu|reçoit|recevait|reçut|trouv(?:e|é|ait|a)|découv\\p{L}+|montr(?:e|é|ait|a)|relay\\p{L}+|relaie|retweet\\p{L}+|repartag\\p{L}+|republi\\p{L}+|aim(?:e|é)|lik(?:e|é)',
    written:
      'messages?|publications?|posts?|tweets?|commentaires?|lettres?|courriels?|mails?|mots?|sms|cartes?|pancartes?|affiches?|inscriptions?|tracts?|articles?|clauses?|phrases?|poèmes?|proverbes?',
    holds:
      'port(?:e|é|ait|ant)|brandi\\p{L}*|arbor\\p{L}+|tenait|tient|tenant|déplo\\p{L}+|déroul\\p{L}+|lev(?:é|ait|ant)',
    sign: 'pancartes?|banderoles?|panneaux?|affiches?|écriteaux?|tee-shirts?|t-shirts?|badges?|drapeaux?|casquettes?',
    thingSays:
      /^(?:le|la|un|une|l['’]|ce|cette)\s?(?:\p{L}+ )?(?:message|publication|post|tweet|commentaire|pancarte|affiche|tract|lettre)(?!\p{L}).*(?:disait|dit|proclame|proclamait|affirmait|indiquait)[^\p{L}]*$/iu,
  },
})
