import type { CueVerbs, QuotationWords, ReportFrame } from '../quotation-words.ts'
import { englishFactuality } from './factuality.ts'

/** A verb may be in many rows. */
const frames: readonly ReportFrame[] = [
  // Judgments of somebody or something.
  {
    verbs: `criticize criticise describe accuse praise reject blame denounce dismiss blast mock applaud slam thank assail
      credit liken rebuke chide deride ridicule decry lament portray characterize characterise tout question hail laud
      disparage lambaste scold castigate excoriate skewer condemn rip label brand dub bash downplay insult vilify commend
      congratulate demonize pillory belittle disavow repudiate bemoan fault extol dispute refute rebut`,
    takes: ['topic'],
    grade: 'sure',
  },
  { verbs: 'defend endorse attack oppose prefer condemn invoke', takes: ['topic'], grade: 'likely' },
  {
    verbs: `criticize criticise reject dismiss echo condemn praise denounce mock share applaud attack support endorse blame
      question oppose describe portray`,
    takes: ['passive by'],
    grade: 'sure',
  },
  {
    verbs: 'criticize criticise blame praise credit attack accuse',
    takes: ['passive for', 'passive of'],
    grade: 'sure',
  },
  { verbs: 'see view paint regard frame depict present', takes: ['topic as'], grade: 'likely' },
  { verbs: 'see view regard describe portray', takes: ['passive as'], grade: 'likely' },
  // Speaking of something, its content left open.
  {
    verbs: `mention cite express recall reference voice list outline acknowledge explain tweet remind note repeat stress
      emphasize emphasise highlight distance reiterate recount underscore announce propose retweet recite list compare quote email order unveil detail persuade remember reassert preview propose`,
    takes: ['topic'],
    grade: 'likely',
  },
  { verbs: 'refer allude point', takes: ['to whom'], grade: 'sure' },
  { verbs: 'apologize apologise complain', takes: ['to whom', 'for', 'about'], grade: 'sure' },
  { verbs: 'speak', takes: ['about', 'of'], grade: 'sure' },
  { verbs: 'talk brag boast complain worry joke', takes: ['about'], grade: 'likely' },
  { verbs: 'warn', takes: ['of', 'about', 'against', 'topic'], grade: 'sure' },
  { verbs: 'boast accuse complain speak', takes: ['of'], grade: 'likely' },
  { verbs: 'rail', takes: ['against', 'at'], grade: 'sure' },
  { verbs: 'comment', takes: ['on'], grade: 'likely' },
  { verbs: 'discuss', takes: ['topic', 'question'], grade: 'likely' },
  { verbs: 'vouch', takes: ['for'], grade: 'sure' },
  { verbs: 'tweet testify opine inquire wonder', takes: ['about', 'of'], grade: 'likely' },
  { verbs: 'elaborate expand touch', takes: ['on'], grade: 'likely' },
  { verbs: 'object', takes: ['to whom'], grade: 'sure' },
  { verbs: 'scoff balk sneer bristle hint', takes: ['at'], grade: 'sure' },
  { verbs: 'side agree disagree', takes: ['with'], grade: 'likely' },
  { verbs: 'stand', takes: ['by'], grade: 'likely' },
  // Asking for something, or about it.
  { verbs: 'call push hope press plead argue', takes: ['for'], grade: 'sure' },
  { verbs: 'call', takes: ['on', 'upon'], grade: 'likely' },
  { verbs: 'ask', takes: ['for', 'topic'], grade: 'likely' },
  { verbs: 'ask', takes: ['passive about', 'passive question'], grade: 'likely' },
  { verbs: 'urge', takes: ['topic', 'clause'], grade: 'sure' },
  { verbs: 'propose report', takes: ['ing'], grade: 'sure' },
  // Holding to be true.
  {
    verbs: 'recognize recognise suspect speculate charge convince fear realize realise complain conclude reason lament',
    takes: ['that'],
    grade: 'sure',
  },
  { verbs: 'fear', takes: ['clause'], grade: 'sure' },
  // Will and refusal.
  { verbs: 'hope threaten', takes: ['to'], grade: 'likely' },
  { verbs: 'seek decide aim agree', takes: ['to'], grade: 'doubtful' },
  { verbs: 'believe', takes: ['clause', 'that'], grade: 'doubtful' },
  { verbs: 'refuse', takes: ['to'], grade: 'likely', isTopic: true },
  { verbs: 'decline', takes: ['to', 'to whom'], grade: 'sure', isTopic: true },
  { verbs: 'expect', takes: ['passive to'], grade: 'sure' },
  {
    verbs: 'expect say believe think report allege rumor project understand presume',
    takes: ['passive to'],
    grade: 'sure',
  },
  { verbs: 'convince assure inform remind tell', takes: ['passive that', 'passive of'], grade: 'likely' },
  { verbs: 'charge', takes: ['passive with'], grade: 'likely' },
  { verbs: 'call label brand dub declare deem consider pronounce', takes: ['topic named'], grade: 'sure' },
  // `made a promise`, `issued a statement`: the noun says that it is speech.
  {
    verbs: 'make give deliver issue release offer air send post publish repeat draw level voice echo sound lodge file',
    takes: ['topic spoken'],
    grade: 'likely',
  },
  // Two words.
  { verbs: 'point', with: 'out', takes: ['that', 'clause', 'topic', 'question'], grade: 'sure' },
  { verbs: 'make', with: 'clear', takes: ['that', 'clause', 'question'], grade: 'sure' },
  { verbs: 'speak lash call single', with: 'out', takes: ['about', 'against', 'at', 'topic', 'in'], grade: 'sure' },
  { verbs: 'lay spell', with: 'out', takes: ['topic', 'question'], grade: 'likely' },
  { verbs: 'fire hit push shoot', with: 'back', takes: ['at', 'against', 'on'], grade: 'likely' },
  { verbs: 'open', with: 'up', takes: ['about', 'on'], grade: 'sure' },
  { verbs: 'double', with: 'down', takes: ['on', 'end'], grade: 'likely' },
  { verbs: 'weigh', with: 'in', takes: ['on'], grade: 'likely' },
  { verbs: 'take', with: 'issue', takes: ['with'], grade: 'sure' },
  { verbs: 'take', with: 'aim', takes: ['at'], grade: 'sure' },
  // Polls and papers.
  { verbs: 'understand', takes: ['that', 'clause'], grade: 'sure', by: 'outlet' },
  { verbs: 'show', takes: ['topic', 'clause'], grade: 'doubtful' },
]

const adjectives: readonly ReportFrame[] = [
  { verbs: 'critical supportive skeptical dismissive wary', takes: ['of'], grade: 'sure' },
  {
    verbs: 'convinced confident concerned worried hopeful adamant optimistic doubtful afraid certain skeptical',
    takes: ['that', 'clause'],
    grade: 'likely',
  },
  { verbs: 'concerned worried skeptical optimistic pessimistic', takes: ['about'], grade: 'likely' },
]

export const englishCueVerbs: CueVerbs = {
  surest: 'say tell',
  sure: `
  add write announce argue note suggest declare claim warn insist explain state acknowledge conclude predict vow
  promise pledge reply respond recall stress reiterate assert concede admit boast query quip joke remark retort counter urge demand
  tweet post report reveal indicate confirm deny testify complain contend maintain opine muse proclaim exclaim emphasize
  emphasise observe caution advise allege reckon believe think hope fear estimate recount reassure assure remind inform notify
  lament plead signal elaborate clarify continue interject interrupt shout yell scream whisper mutter murmur blurt ask wonder
  question query answer repeat echo agree disagree swear affirm attest avow profess protest venture volunteer hint imply chide
  scold snap rant rave gush disclose divulge stipulate rule accept chant confess`,
  weak: `
  describe call label brand dub highlight accuse criticise criticize blast slam condemn denounce decry praise hail laud attack
  mock dismiss reject defend blame cite discuss mention refer propose recommend welcome endorse express voice offer order
  instruct speak talk characterize characterise portray ridicule rail lambast lambaste lash thank apologise apologize greet
  introduce quote invoke tout decline refuse threaten challenge point commit find show consider expect want see doubt worry
  anticipate know decide rate rank view regard understand feel learn hear demonstrate prove calculate forecast project outline
  read detail compare liken summarise summarize paint cast frame bill encourage appeal`,
  quoting: `
  charge comment credit fume muse surmise vent bark holler bellow thunder chuckle laugh chant celebrate recognize recognise
  pronounce deem declare marvel grumble sneer moan implore opine interject summarize theorize speculate retweet sigh`,
  irregular: {
    say: 'say says said saying',
    tell: 'tell tells told telling',
    write: 'write writes wrote written writing',
    think: 'think thinks thought thinking',
    read: 'reads',
    speak: 'speak speaks spoke spoken speaking',
    swear: 'swear swears swore sworn swearing',
    find: 'finds found',
    know: 'knows knew',
    feel: 'feels felt feeling',
    quote: 'quote quotes quoted quoting',
    see: 'sees saw seeing',
    cast: 'cast casts casting',
    make: 'make makes made making',
    take: 'take takes took taken taking',
    hit: 'hit hits hitting',
    lay: 'lay lays laid laying',
    stand: 'stand stands stood standing',
    shoot: 'shoot shoots shot shooting',
    understand: 'understands understood',
    hear: 'heard hears',
    signal: 'signal signals signalled signaled signalling signaling',
  },
  nounLike: `
  found going call order project report state rank rate view post fear hope bill cast claim detail frame voice label brand
  attack challenge question answer demand pledge promise vow offer point show mean quote estimate forecast blast note remark
  counter reply tweet joke protest appeal outline venture volunteer hint signal rant`,
  frames,
  adjectives,
}

/** How English reports what people say. */
export const englishQuotations = (): QuotationWords => ({
  cueVerbs: englishCueVerbs,
  factuality: englishFactuality,
  // `Ms Roe said a guard had hissed at her: “…”`
  anotherSpeaks:
    /^(?: that)? (?:an?|the|one|another|his|her|their|my) (?:[\p{L}-]+ ){1,4}?(?:had|has) [\p{L}]+ (?:[\p{L}]+ ){0,2}?(?:him|her|them|me|us|(?:his|her|their|my) ears?):\s*$/u,
  secondhand: {
    quotes:
      '(?<!(?<!\\p{L})i )(?:quot|recit|paraphras)(?:es?|ed|ing)(?! (?:as|in|by|from (?:the )?stage)(?: |$))|shar(?:ed|es|ing) (?:an?|the) (?:\\S+ ){0,2}(?:post|tweet|meme|comment|message|clip)',
    reads:
      '(?<!(?:statement|letter|sign|note|message|text|placard|banner|poster|post|tweet|email|headline|caption|inscription|plaque|release|memo|notice|it|which|that) )(?:reads?|reading|sang|sings?|singing|hummed|humming)',
    own: '(?:statement|apology|speech|declaration|remarks|resignation|testimony|prepared|list|address|names|verdict|ruling|posted|wrote|sent|issued|released|published|tweeted)',
    gets: '(?:received|receives|got|gets|found|finds|opened|opens|saw|sees|spotted|spots|noticed|nodded at|pointed|points|showed|shows|discovered|unearthed|played|plays|translated|translates|deciphered|forwarded|retweeted|reposted|liked|(?:was|is|were) (?:handed|given|sent|shown)|kept|keeps|remembers?|remembered|recall(?:s|ed))',
    written:
      'messages?|texts?|e-?mails?|letters?|notes?|voicemails?|signs?|notices?|placards?|posters?|banners?|graffiti|clauses?|lines?|sentences?|passages?|paragraphs?|headlines?|tweets?|posts?|comments?|inscriptions?|articles?|rules?|verses?|poems?|plaques?|mottos?|proverbs?|slogans?|advice|warning|slips?|recordings?|voice ?mails?|used to say',
    holds:
      '(?:held|holds?|holding|wore|wears?|wearing|carr(?:ies|ied|y|ying)|wav(?:ed|es|ing)|rais(?:ed|es|ing)|unfurl(?:ed|s|ing)|brandish(?:ed|es|ing)|display(?:ed|s|ing)|hoist(?:ed|s|ing))',
    sign: 'signs?|placards?|posters?|banners?|badges?|(?:t-)?shirts?|hats?|caps?|flags?|buttons?|sweatshirts?|jackets?|mugs?|boards?|cards?',
  },
})
