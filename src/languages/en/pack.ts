import { languagePack } from '../pack.ts'
import { englishNames } from './names.ts'
import { englishQuestions } from './questions.ts'
import { englishQuotations } from './quotations.ts'
import { englishTimes } from './times.ts'

/** What a note calls its own article. */
const own = 'this (?:article|story|report|piece|headline|caption|post|text|column|dispatch|item)'
/** What a show of somebody’s post is not: `This post has been removed` stands there, too. */
const whole = 'this (?:article|story|report|piece|column|dispatch)'

const parts = { times: englishTimes, questions: englishQuestions, quotations: englishQuotations }

export const english = languagePack(parts, {
  code: 'en',
  hasGrammar: true,
  names: englishNames,
  sentences: {
    titles: `mr mrs ms mx dr prof rev hon gov sen rep gen lt col sgt capt maj cpl cmdr adm brig pres supt det insp sir messrs mme
    mlle fr atty msgr pfc amb cllr asst pvt spc vice-adm maj-gen lt-col lt-gen brig-gen e.g i.e cf viz`,
    inner: `inc ltd co corp jr sr d.c plc llc al jnr snr esq bros st mt ft vs ph.d m.d b.a m.a b.sc m.sc ll.m dept est approx nos
    vol vols pp p fig figs ca cit op ext max avg tel ed eds trans repr incl excl jan feb mar apr jun jul aug sep
    sept oct nov dec tue tues wed thu thur thurs fri ave blvd rd hwy ala ariz ark calif colo conn del fla ga ill kan ky md minn
    mo mont neb nev n.h n.j n.m n.y n.c n.d okla pa r.i s.c s.d tenn tex vt va w.va wis wyo`,
    final: 'etc',
    beforeNumber:
      'no nº n° nr sec art p pp fig ch chap vol par para mar sun sat may v ed min max miss mass ind la ore wash mon',
    starters: `the a an he she it they we i you his her its their our my this that these those there but and so in on at for as if
    when while after before however meanwhile mr mrs ms dr what who why how where no yes since because although though moreover
    instead also then now some many most several few both each another more according under during despite by from with until
    among not is are was were has have had did does do can could should nobody everyone someone today yesterday millions
    thousands hundreds dozens`,
  },
  numbers:
    'two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90',
  translation: {
    betweenNumbers: 'and hundred thousand cent cents',
    doubtfulNumbers: [2],
    beforeUnit:
      '(?:\\d|(?<!\\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|billion))',
    units: {
      percent: '%|٪|per ?cent|percentage',
      thousand: 'thousands?',
      million: 'millions?|mn',
      billion: 'billions?|bn',
      trillion: 'trillions?|tn',
      dollar: '\\$|dollars?|USD',
      euro: '€|euros?|EUR',
      pound: '£|pounds?|GBP',
      kilometer: 'kilomet(?:er|re)s?|km',
      mile: 'miles?',
      meter: 'met(?:er|re)s?',
      kilogram: 'kilograms?|kilos?|kg',
      ton: 'tons?|tonnes?',
      hectare: 'hectares?',
      minute: 'minutes?',
      hour: "hours?|[ap]\\.?m|o[’']clock|:\\d\\d",
      day: 'days?',
      week: 'weeks?',
      month: 'months?',
      year: 'years?',
      decade: 'decades?',
    },
    negation: {
      plain: /\b(?:not|never|cannot|nobody|nothing)\b(?!\s(?:only|just|least))|n['’]t\b/iu,
      any: /\b(?:no|not|never|cannot|nobody|nothing|none|nor|neither|without|non|un(?:able|aware|certain|clear|chang|decid|finish|harm|hurt|injur|known|likely|paid|reach|resolv|scath|success|will|answer|avail)\w*|in(?:able|active|capab|adequa|suffic|valid)\w*|im(?:possib|probab)\w*|lack\w*|refus\w*|den(?:y|ies|ied|ying)|reject\w*|fail\w*|barely|hardly|few|little|only|until|unless|stop\w*|ceas\w*|avoid\w*|prevent\w*|ban(?:s|ned|ning)?|absen\w*|missing|instead|yet|any\w*)\b|n['’]t\b/iu,
    },
  },
  leaning: [
    "he|she|it|they|we|i|you|him|her|his|hers|its|their|theirs|our|my|he's|she's|it's|they're|we're|i'm|that's|there's",
    'this|that|these|those|such|both|neither|either|another|others|some|the (?:former|latter|pair|two|three|trio|move|incident|comments?|remarks?|statement|decision|announcement|news)',
    'but|and|or|so|yet|nor|because|however|meanwhile|moreover|furthermore|also|instead|still|then|thus|therefore|hence|additionally|besides|nevertheless|nonetheless|otherwise|likewise|similarly|afterwards?|later|earlier|elsewhere|separately|indeed|perhaps|what|which|who|why|how|when asked|at the time|even as (?:he|she|it|they)|in (?:his|her|its|their) (?:absence|place|stead)|other|(?:hours|minutes|days|weeks|months|moments|shortly|soon) (?:later|after(?:wards?)?|earlier)|in other words|even (?:better|worse|more)|all (?:two|three|four|five|six)|the same|asked (?:about|whether|if)|there|here|even so|for example|for instance|in addition|in contrast|on the other hand|as a result|at the same time|despite (?:this|that|these|those)',
    '\\p{L}+ing (?:to |on |at |for |about )?(?:this|that|these|those|it|him|her|them)',
  ].join('|'),
  interpreting: {
    languages: {
      ar: 'Arabic',
      fr: 'French',
      de: 'German',
      es: 'Spanish',
      en: 'English',
      '*': 'Russian|Ukrainian|Hebrew|Persian|Farsi|Turkish|Kurdish|Chinese|Mandarin|Cantonese|Japanese|Korean|Hindi|Urdu|Bengali|Tamil|Portuguese|Italian|Dutch|Polish|Czech|Hungarian|Romanian|Greek|Swedish|Norwegian|Danish|Finnish|Catalan|Basque|Galician|Quechua|Swahili|Amharic|Pashto|Dari|Serbian|Albanian|Georgian|Armenian|Welsh|Irish|Vietnamese|Thai|Indonesian|Malay|Creole|sign language',
    },
    spokenIn:
      '\\b(?:in (?:(?:fluent|broken|halting|rapid|(?:his|her|their) native) )?(?:LANGUAGE)(?=\\s*(?:[,.;:!?)“"«—–-]|$)|\\s+(?:on|at|to|that|after|during|as|and|but|from|before|when|while|according|through|via|with)\\b)|translated from (?:the )?(?:LANGUAGE)\\b)',
    through:
      '\\b(?:through|via|with the help of) (?:an?|his|her|their|the) (?:[\\p{L}-]+ )?(?:interpreter|translator)\\b|\\b(?:according to|in) (?:an?|the|its|our) (?:[\\p{L}-]+ ){0,2}translation\\b|\\btranslated (?:remarks|comments|speech|statement)\\b',
    small: 'the|of|and|to|is|are|was|were|we|you|it|that|this|not|have|has|will|our|they|he|she|a|i|my|in|for|be|do',
  },
  stopWords: {
    articles: `a about above after again against all also am an and any are as at be because been before being
below between both but by can could did do does doing down during each few for from further get had has have having he
her here hers him his how i if in into is it its itself just may me might more most must my new no nor not now of off on
once one only or other our out over own per said same say says she should so some such than that the their them then
there these they this those through to too two under until up us very was we were what when where which while who whom
why will with would you your yours mr mrs ms dr don doesn didn isn aren wasn weren hasn haven won wouldn couldn
shouldn yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday year years day days week weeks
month months time like told according people first last next still since even make made many much back well way go going
come take see got don't doesn't didn't isn't it's`,
    sentences: `a about above after again against all almost also although always am among an and any are aren't around as at
be became because become been before being below between both but by can can't cannot could couldn't did didn't do does doesn't
doing don't down during each either else even ever every few for from further get got had hadn't has hasn't have haven't having he
he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just
least less let let's like made make many may me might more most mr mrs ms much must my myself neither no nor not now of off often
on once one only onto or other our ours ourselves out over own per quite rather said same say says saying she she'd she'll she's
should shouldn't since so some still such than that that's the their theirs them themselves then there there's these they they'd
they'll they're they've this those though through to told too toward towards under until up upon us very was wasn't we we'd we'll
we're we've were weren't what what's when where whether which while who who's whom whose why will with within without won't would
wouldn't yet you you'd you'll you're you've your yours yourself`,
    questions: `a about above after again against ago all almost also although always am among an and any anyone anything are as at away be
became because become been before being below between both but by can cannot could d did didnt do does doesnt doing dont done down
during each either else even ever every exactly few for from further get got had has hasnt have havent having he her here hers herself him
himself his how however i if im in into is isnt it its itself just least less let like ll made make many may maybe me might mine more
most much must my myself neither no nor not now of off often on once one only onto or other our ours out over own per please quite
rather re really s same shall she should since so some still such t than that thats the their theirs them themselves then there these
they this those though through thus to too toward towards under until up upon us ve very via was wasnt we well went were werent what whats when
where whether which while who whom whos whose why will with within without wont would yet you your yours yourself happen happened
happens happening going anybody somebody someone something regarding concerning according tell know said say saying says told true actual actually
long old far name called latest news exact current currently recent recently later earlier come came take took taken place`,
  },
  newsWords: `president government minister prime official officials state states country countries national
international public political party leader leaders house white court law police city world war military force forces
security attack group groups member members report reports reported statement issue issues case plan plans deal talks
meeting call called support help work working million billion percent number million dollars money cost company business
market economy economic tax budget bill vote election campaign policy power department office agency committee
secretary chief director spokesman spokeswoman spokesperson former senior top major big small large long high low old young
american americans united british uk us u.s europe european russia russian china chinese
home family families children man men woman women life live living lives death died killed dead school students health
hospital water food news media press service services information question questions answer part place area region north south
east west street end start began begin ending following came went took taken take taking give gave given get getting left
right move moved show showed shown find found know known think thought believe want wanted need needed use used using
put set keep kept let run running hold held bring brought turn turned seen look looking ask asked asking expected
expect announced announce added add adding told tell speaking spoke speak talk talking wrote write comment comments
decision decided order orders action actions change changes effort efforts effect result results face facing problem problems
rights human justice legal judge lawyer lawyers investigation evidence charges charge line lead led leading
great good better best bad important clear real different general local foreign federal own early late later recent recently
past future already often always never ago night morning evening afternoon date hour hours minute minutes today's
today second third half several hundreds thousands dozens least nearly almost around near together among across
january february march april may june july august september october november december spring summer autumn winter
thing things lot fact point side kind level rate record time times name team story interview photo video twitter post posted
continue continued remain remained increase increased rise fall cut pay paid open opened close closed make build built
include including included provide allow allowed return returned stop happen happened become became concern concerns
crisis situation event events community program project system process position role history hope fear risk threat
agreement agree agreed claim claims claimed accused allegedly deny denied warned warning called critics criticism
republican republicans democrat democrats democratic senate congress administration washington london york trump biden`,
  pronouns: 'he she they him her them his hers their theirs it its this that these those there then',
  opposites: `
  arrested detained jailed imprisoned remanded was_held were_held being_held / released freed bailed liberated set_free
  kidnapped abducted captured taken_hostage held_hostage / released freed rescued liberated escaped set_free
  arrested detained / charged indicted / questioned
  accused charged indicted suspected / convicted guilty sentenced / acquitted cleared innocent exonerated
  jailed / freed released acquitted cleared
  upheld / overturned quashed annulled reversed struck_down
  rose rise rises rising risen climbed climbs increased increases grew jumped soared surged gained / fell fall falls falling fallen dropped drops decreased declined declines shrank slid plunged tumbled slumped
  increase / decrease
  raised raises raise raising hiked / cut cuts cutting lowered lowers reduced reduces
  higher / lower
  up / down
  more / fewer less
  gains / losses
  profit / loss
  strengthened / weakened
  won wins win beat / lost loses lose
  gained / lost
  granted / denied refused rejected
  accepted agreed_to / rejected refused declined turned_down
  approved passed adopted ratified / rejected vetoed defeated blocked shelved voted_down turned_down
  passed / failed
  signed / vetoed rejected shelved
  confirmed / denied
  denied denies / admitted admits confessed
  supports backs / opposes
  supported backed endorsed / opposed
  for / against
  opened reopened opens reopens opening reopening / closed shut closes shuts closing shuttered
  open reopen / close shut
  suspended halted paused stopped suspends halts / resumed restarted resumes restarts
  suspend halt / resume restart
  started began begun / ended finished concluded
  extended / ended
  imposed / lifted eased
  was_held were_held took_place / canceled cancelled postponed called_off
  hired appointed reinstated / fired sacked dismissed ousted / resigned
  joined / left quit
  deployed / withdrew withdrawn
  bought acquired / sold
  allowed permitted legalized / banned barred prohibited outlawed
  praised hailed / criticized condemned denounced
  captured / surrendered
  survived / died killed
  alive / dead
  killed / injured wounded hurt
  missing / found rescued
  before / after
  first / last
  north northern / south southern
  east eastern / west western
  safe / unsafe
  legal lawful / illegal unlawful
  likely / unlikely
  true / false`,
  readingScale: 'flesch-kincaid',
  irregularVerbs: `begin:began|begun bring:brought build:built buy:bought come:came cut:cut do:did|done draw:drew|drawn fight:fought
   fall:fell|fallen find:found flee:fled fly:flew|flown freeze:froze|frozen give:gave|given go:went|gone hold:held keep:kept lay:laid lead:led leave:left lend:lent let:let make:made
   lose:lost meet:met overrun:overran oversee:oversaw|overseen pay:paid put:put quit:quit rebuild:rebuilt repay:repaid run:ran say:said
   seek:sought sell:sold send:sent set:set shed:shed shut:shut shoot:shot speak:spoke|spoken spend:spent split:split stand:stood step:stepped
   strike:struck swear:swore|sworn take:took|taken teach:taught tell:told uphold:upheld vote:voted win:won withdraw:withdrew|withdrawn
   withhold:withheld write:wrote|written`,
  shortOf: [
    [
      /^(?:tried|tries|trying|attempt(?:s|ed|ing)?|refus(?:es|ed|ing)|declin(?:es|ed|ing)|fail(?:s|ed|ing)?|threaten(?:s|ed|ing)?|urg(?:es|ed|ing)|vow(?:s|ed|ing)?|pledg(?:es|ed|ing)|promis(?:es|ed|ing)|offer(?:s|ed|ing)?|want(?:s|ed|ing)?|hop(?:es|ed|ing))$/,
      /^to$/,
    ],
  ],
  notes: {
    labels: {
      retraction: 'retractions?',
      correction: 'corrections?(?: (?:&|and) clarifications?)?|corrected|errat(?:um|a)',
      clarification: 'clarifications?|clarified',
    },
    openLabels: { 'editor-note': "editor(?:s['’]|['’]s) note|a note (?:to|for) (?:our )?readers", update: 'updated?' },
    retracted: String.raw`\b(?:${own} (?:was|has been) (?:retracted|withdrawn|unpublished)|${whole} (?:was|has been) (?:removed|deleted|pulled|taken (?:down|offline))|(?:has|have) (?:retracted|withdrawn|unpublished) ${own}|(?:has|have) (?:removed|deleted|pulled|taken down) ${whole})(?!\p{L})`,
    changed: String.raw`\b(?:(?:an|the|a) (?:earlier|previous|original|prior) version of ${own}|${own} (?:was|has been|had been) (?:\p{L}+ ){0,2}(?:amended|corrected|updated|clarified|revised|edited(?! (?:by|for (?:length|clarity|style|brevity)))|changed)|${own} (?:originally|previously|initially|incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|reported|gave|named|identified|misstated|misidentified|attributed|described)|we (?:have )?(?:corrected|updated|clarified|changed|amended|added|removed) [^.!?:]{0,80}\b${own}|we (?:have )?(?:corrected|updated|clarified|changed|amended) ${own}|(?<=^)(?:we|the (?:\p{L}+ )?(?:times|post|herald|newspaper|paper)) (?:regrets?|apologi[sz]es? for) the errors?(?=[.!]?\s*$)|this (?:sentence|paragraph) (?:was|has been) (?:added|amended|corrected|updated|changed)|the headline (?:on|of|to) ${own} (?:was|has been) (?:amended|corrected|updated|changed)|(?<=^)the (?:headline|caption|photo caption)(?: (?:on|of|to|for) [\p{L} ]{1,30})? (?:was|has been) (?:amended|corrected|changed))\b`,
    changedAfter: String.raw`\b(?:after (?:its |the |initial )?publication|since been (?:removed|added|changed|corrected)|(?:have|has) been (?:removed|added)|we have (?:added|removed|corrected|changed|withdrawn|updated)|after (?:it|this \p{L}+) was (?:first )?published)`,
    clarified: 'clarif|ma[dk]e clear',
    wrong: String.raw`correct|incorrect|\bwrong|misstat|mis(?:identif|spel|attribut|character|quot|report)|\berror|errat|rectif|amended|originally said`,
    trigger:
      'correct|clarif|errat|note|version|amended|updated|revised|edited|changed|the error|originally|retract|withdrawn|removed|deleted|pulled|taken (?:down|offline)|we have',
    months:
      'jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?',
  },
  statements: {
    reporting: String.raw`sa(?:id|ys?|ying)|told|tells?|add(?:ed|s|ing)|stat(?:ed|es|ing)|not(?:ed|es|ing)|announc\p{L}+|report\p{L}*|confirm\p{L}*|declar\p{L}+|claim\p{L}*|explain\p{L}*|argu\p{L}+|insist\p{L}*|warn\p{L}*|repli\p{L}+|tweet\p{L}*|wr(?:ote|ites?|iting)|ask(?:ed|s|ing)`,
    attributed:
      'said|says|saying|told|according to|claim(?:s|ed|ing)?|alleg(?:es|ed|ing|edly)|insist(?:s|ed)|argu(?:es|ed)|accus(?:es|ed|ing)|assert(?:s|ed)|reportedly|purportedly|in (?:his|her|their|its) (?:words|view|account)',
    says: 'said|says|told|added|adds|claimed|claims|insisted|insists',
    accordingTo: '[Aa]ccording to',
    tellers: 'he|she|it|they|his|her|its|their',
    denials: 'not|no|never|none|nobody|nothing|neither|nor|cannot|without',
    hedges:
      'might|could|allegedly|alleged|reportedly|apparently|perhaps|possibly|suspected|suspects|purportedly|feared|unconfirmed|rumou?r(?:s|ed)?',
    amounts: { all: 'all|every', most: 'most|majority', half: 'half', some: 'some', few: 'few' },
    turnsBefore: [
      "not|never|nobody|none|no one|cannot|without|far from|instead of|\\p{L}+n['’]t|if|unless|whether|imagine|suppose",
      '(?:they|people|some|many|critics|opponents|he|she|you|who(?:ever)?|those|nobody|others|the \\p{L}+)(?: \\p{L}+){0,3} (?:say|says|said|saying|claims?|claimed|thinks?|believes?|calls?|tells?|told|pretends?|alleges?|suggests?|wrote)',
    ].join('|'),
    turnsAfter:
      '(?:is|was|are|were|would be)(?: \\p{L}+)? (?:a lie|lies|false|untrue|nonsense|wrong|not|what (?:they|he|she|my|people|some))|(?:they|he|she|people|some) (?:say|said|says|claims?|claimed)',
    idleDenials:
      '(?:no|without(?: a| any)?|beyond) (?:doubt|question|secret)|not (?:only|just|merely|simply)|no longer|no wonder|never forget',
    answers: 'no|never',
    but: 'but',
    speakerPronouns: 'i|we',
  },
  sections: {
    World: 'world international global foreign war europe africa asia americas middle-east',
    Politics: 'politics political policy election elections government parliament congress white-house westminster',
    Business: 'business economy economic finance financial markets market money companies economics trade jobs',
    Science: 'science sciences space physics biology astronomy archaeology research',
    Health: 'health medicine medical wellness nhs',
    Sport: 'sport sports football soccer cricket rugby tennis golf basketball baseball nba nfl f1 olympics athletics',
    Culture:
      'culture arts art entertainment music film films movies books television tv theatre celebrity lifestyle fashion food',
    Technology: 'technology tech digital internet gadgets computing ai cybersecurity science-tech',
    Local: 'local community neighborhood neighbourhood metro city county regional',
    Climate: 'climate environment weather energy wildlife planet',
  },
  luring: [
    "\\b(?:you won['’]t believe|you need to know|what (?:you|we) (?:need|should) (?:to )?know|what we know|what happened next|here(?:['’]s| is| are) (?:why|what|how|the)|this is (?:why|what|how)|the (?:insane|shocking|surprising|real) (?:reason|truth)|(?:will|may|might) (?:shock|surprise|amaze) you|everything (?:you|we)|watch (?:what|how|as|this)|look what|guess (?:who|what)|things? (?:to know|you)|reasons? (?:why|you))\\b",
    '^(?:why|how|what|when|where|who)\\b',
    '[:.?!–—-] (?:why|how|what)\\b',
    '\\b(?:\\d+|two|three|four|five|six|seven|eight|nine|ten) (?:\\p{L}+ )?(?:things|reasons|ways|facts|takeaways|moments|photos|questions)\\b|\\btakeaways\\b|, explained$|\\b(?:your|a|the) (?:\\p{L}+ )?guide to\\b|\\b(?:social media|twitter|the internet) (?:responds?|reacts?|erupts?|explodes)\\b|\\bwinners\\b.*\\blosers\\b|^(?:meet|inside|these are|the (?:final|last) (?:days|hours|moments) of)\\b',
  ].join('|'),
  decimalMark: 'point',
  hasMoreCapitals: true,
})
