import type { FactualityWords } from '../quotation-words.ts'

const denies =
  '(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|debunk(?:s|ed|ing)?|rebut(?:s|ted|ting)?)'
const claims =
  '(?:claims?|rumou?rs?|reports?|allegations?|accusations?|suggestions?|assertions?|speculation|ideas?|notions?|myths?|hoax|lies?|falsehoods?)'

/** `in the play`, with up to three words between that open no phrase of their own. */
const notOutside = '(?:(?!(?:over|about|of|on|at|for|with|after|before|in|to|from|by|her|his|their)\\s)\\S+ )'
const settingIn = (nouns: string): RegExp =>
  new RegExp(`(?:^|\\s)in (?:the|an?|this|that|one|another) ${notOutside}{0,3}?(?:${nouns})(?=\\s|$)`)

/** How English tells whether a saying took place. */
export const englishFactuality: FactualityWords = {
  negated:
    /(?:^|\s)(?:not|n't|never|yet to|nowhere|(?:at|on|in|under) no (?:time|point|stage|moment|occasion|circumstances|way))(?=\s|$)/,
  neverDid:
    /(?:^|\s)(?:(?:at|on|in|by|under|to) no (?:\S+ ){0,3}?\S+|never(?: once| before)?|nowhere(?: [^,]+)?|not once(?: [^,]+)?|nor|neither|in no way)$/,
  stillSaid:
    /(?:^|\s)(?:hesitat|shy|shrink|shrank|flinch|stop|tir|miss|fail|ceas|minc|resist|help|hid|shied|wast|forget|forgot|only|just|merely|simply|afraid|asham|bother to|without|until)/,
  yetToCome:
    /(?:^|\s)(?:expected|due|set|scheduled|likely|plan|plans|planned|planning|hope|hopes|hoped|hoping|want|wants|wanted|wish|wishes|wished|intend|intends|intended|asked|told|urged|ordered|instructed|advised|begged|tempted|prepared|preparing|about|supposed|meant|chance|opportunity|right|need|needs|needed|ought|afraid|free|absurd|wrong|easy|like|prefer|preferred|love)(?: (?:for )?(?:\S+ ){0,3}?\S+)? to$/,
  hoped:
    /(?:^|\s)(?:hop|want|wish|expect|demand|ask|pray|bet|wager|fear|predict|assum|dream|long|wait)(?:e|es|ed|ing|s)?(?: for| that)?$/,
  supposed:
    /(?:^|\s)(?:(?:imagin|suppos|pretend|fanc|wish)(?:e|es|ed|ing|y)?(?: that)?|(?:no ?one|nobody|none|never|not|n't|no)(?: \S+){0,4}? (?:hears?|heard|recalls?|recalled|remembers?|remembered|records?|recorded|of)|(?:pretend|purport|claim|pos|masquerad|dress|styl|call|sign|introduc|pass)ing(?: (?:to be|as|up as|off as|like|\S+sel(?:f|ves)(?: as)?))|(?:in|under) the (?:name|guise|voice) of|(?:meme|cartoon|caricature|puppet|ai|algorithm|chatbot|impressionist|comedian|satirist|artist)(?: \S+){0,3}? (?:has|had|have|having|makes?|made|shows?|showed|lets?))$/,
  denying: new RegExp(
    `(?:^|\\s)(?:(?:if|whether|unless|as though)|${denies}(?: ever| having| that)*|(?:${denies} )(?:\\S+ ){0,4}?${claims} (?:that|of)(?: having| ever)?|` +
      "(?:not|n't|never) (?:\\S+ )?(?:true|correct|clear|certain|the case) that|(?:false|untrue|incorrect|doubtful|unclear|unlikely)(?: that)?|(?:reject|deny|deni|disput|refut|dismiss|disown|resist)(?:e|es|ed|s|ing)? (?:ever )?having|" +
      '(?:no|without) (?:\\S+ )?(?:evidence|proof|indication|suggestion|record|sign) (?:that|of)|' +
      '(?:short|instead) of|without(?: ever)?|(?:stopped|prevented|barred|banned|kept|refrain(?:s|ed)?)(?: \\S+){0,4}? from|rather than|avoid(?:s|ed|ing)?|' +
      '(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|neglect(?:s|ed|ing)?|unlikely|unable|unwilling|reluctant|pretend(?:s|ed|ing)?) to(?: \\S+ly)?)$',
  ),
  forged:
    /(?:^|\s)(?:(?:fake|faked|doctored|fabricated|forged|manipulated|altered|satirical|spoof|parody|deepfake|bogus|ai-generated|invented|fictional|fictitious|imaginary) (?:\S+ ){0,2}?(?:posts?|videos?|clips?|audios?|recordings?|tweets?|letters?|images?|pictures?|photos?|screenshots?|quotes?|quotations?|statements?|accounts?|messages?|e-?mails?|pages?|websites?|sketch|sketches|articles?|adverts?|ads?|interviews?|speech|transcripts?)|deepfakes?|parody|spoof|hoax) (?:(?:\S+ ){0,6}?(?:claim(?:s|ed|ing)?|say(?:s|ing)?|said|alleg(?:es|ed|ing)|show(?:s|ed|n|ing)?|purport(?:s|ed|ing)?|quot(?:es|ed|ing)|depict(?:s|ed|ing)?|appear(?:s|ed|ing)?)|of|in which|where|,)(?=\s|$)/,
  staged: settingIn(
    'play|novel|stage version|musical|sketch|cartoon|comic|satire|poem|song|dream|nightmare|opera|parody|pantomime|puppet show|fable|short story|adaptation|video game|skit|spoof|fantasy|staging',
  ),
  filmed: settingIn('film|movie|series(?! of)|drama|biopic|thriller|docudrama|soap|sitcom|screenplay|script'),
  misquoted:
    /(?:^|\s)(?:misquot(?:es|ed|ing)|(?:wrongly|falsely|incorrectly|erroneously|inaccurately|mistakenly) (?:quot(?:es|ed|ing)|report(?:s|ed|ing)|cit(?:es|ed|ing)|describ(?:es|ed|ing)|portray(?:s|ed|ing)|attribut(?:es|ed|ing)|translat(?:es|ed|ing)|show(?:s|n|ing)?))(?: \S+){0,6}? as (?:\S+ )?(?:having|saying|telling|calling|claiming|writing|describing)/,
  claimThat: new RegExp(`(?:^|\\s)${claims} that$`),
  untrue:
    /(?:^|\s)(?:is|are|was|were|proved|turned out to be|has been|have been) (?:\S+ly )?(?:false|untrue|baseless|unfounded|groundless|wrong|fabricated|fake|debunked|denied|not true|a hoax|a lie|lies|nonsense)(?=\s|$)/,
  alleged:
    /(?:^|\s)(?:(?:accus(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)|suspect(?:s|ed)?)(?: \S+){0,7}? of(?: having| once)?|(?:claim(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|insinuat(?:e|es|ed|ing)|speculat(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|believ(?:e|es|ed|ing))(?: that)?|(?:claims?|rumou?rs?|allegations?|accusations?|suggestions?|myths?) that|reported that)$/,
  allegedly: /(?:^|\s)(?:allegedly|purportedly|supposedly|reportedly)(?: has| had| have| once)?$/,
  believed:
    /(?:^|\s)(?:thought|think|thinks|believe|believed|believes|convinced|sure)(?: \S+){0,4}? (?:saw|see|heard|hear)$/,
  didSay:
    /(?:^|\s)(?:on|far as|used|(?:not|n't|never) (?:\S+ )?hesitat\S*|manag\S+|continu\S+|began|begins?|begun|start\S*|proceed\S*|rush\S*|hurr\S+|quick\S*|dar\S+|chose|forced|compelled|moved|returned|paus\S+|stood|rose|forward|(?:stage|floor|podium|microphone)(?: \S+){0,3}|us(?:ed|es|ing)(?: \S+){1,6}|had) to$/,
  habit: /(?:^|\s)(?:point|habit|fond) of$/,
  keepsTrue:
    /^(?:not(?:e|es|ed|ing)|recall(?:s|ed|ing)?|add(?:s|ed|ing)?|remember(?:s|ed)?|(?:re)?confirm(?:s|ed|ing)?|glad|proud|sorry)$/,
  reports: /(?:^|\s)(?:said|says|testified|told(?: \S+){1,3})(?: that)?$/,
  record:
    /^(?:transcripts?|videos?|recordings?|statements?|documents?|reports?|filings?|records?|releases?|audio|footage|emails?|letters?|texts?|copy|minutes|news|post|times|agency|newspaper|herald|tribune|journal|reuters|ap|afp|pa|cnn|bbc|nbc|abc|cbs|fox|politico)$/,
}
