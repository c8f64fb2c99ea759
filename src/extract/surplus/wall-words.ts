/** A pattern, and lower-case words of which each match contains one: they are cheaper to look for. */
type Wall = { readonly needs: readonly string[]; readonly pattern: RegExp }

/** Words with which a page says that the rest costs money or a login. In Japanese and Arabic `\b` finds no word boundary. */
const walls: readonly Wall[] = [
  {
    needs: ['subscribe'],
    pattern: /\bsubscribe(?: now)? (?:to|for|and) (?:continue|keep|read|unlock|access|full|unlimited|view)\b/iu,
  },
  {
    needs: ['reading'],
    pattern: /\b(?:to|and) (?:continue|keep) reading\b.{0,60}\b(?:subscri|sign|register|log|account|trial|free)/iu,
  },
  {
    needs: ['subscribe', 'register', 'sign up', 'sign in', 'log in', 'create a'],
    pattern:
      /\b(?:subscribe|register|sign up|sign in|log in|create (?:a|an) (?:free )?account).{0,60}\bto (?:continue(?: reading)?|keep reading|read (?:more|on|the (?:full|rest))|unlock|view|access)\b/iu,
  },
  {
    needs: ['subscribers', 'members', 'registered'],
    pattern:
      /\bthis (?:article|story|content|post|page) is (?:only |exclusively )?(?:available |reserved |exclusive )?(?:for|to) (?:our |paid |paying )?(?:subscribers|members|registered)/iu,
  },
  {
    needs: ['subscriber', 'member', 'premium'],
    pattern: /\b(?:subscribers?|members?|premium)[- ](?:only|exclusive) (?:content|article|story)/iu,
  },
  {
    needs: ['unlock', 'premium', 'subscriber'],
    pattern: /\bunlock (?:this|the full) (?:article|story)|\bthis is (?:a )?(?:premium|subscriber)\b/iu,
  },
  {
    needs: ['ve reached', 've read'],
    pattern: /\byou(?:['’]ve| have) (?:reached|read) (?:your|all|the) (?:limit|(?:free |monthly )|last free)/iu,
  },
  {
    needs: ['abonné', 'il vous reste', 'abonnez-vous', 'la suite'],
    pattern:
      /réservée?s? (?:à nos|aux) abonné|il vous reste [\d.,]+ ?% (?:de|à)|abonnez-vous pour (?:lire|continuer|accéder)|pour lire la suite/iu,
  },
  {
    needs: ['lesen', 'nur '],
    pattern:
      /weiterlesen mit|jetzt weiterlesen|nur (?:für|mit) (?:abonnent|abo\b)|(?:ist|sind) nur für (?:abonnent|registrierte)|sie möchten weiterlesen|mit .{0,30}\+? ?(?:abo|plus) (?:weiter)?lesen/iu,
  },
  {
    needs: ['suscr', 'regístrate', 'gratuit'],
    pattern:
      /suscríbete para (?:seguir|continuar|leer)|exclusiv[oa] para suscriptores|regístrate para (?:seguir|continuar|leer)|(?:límite|limite) de (?:artículos|noticias) gratuit/iu,
  },
  {
    needs: ['per continuare', 'per leggere', 'abbonati', 'gratuit'],
    pattern:
      /per continuare a leggere|(?:abbonati|accedi|registrati) per (?:continuare|leggere)|(?:riservat[oaie]|esclusiv[oaie]) (?:agli|per gli) abbonati|limite di articoli gratuit/iu,
  },
  {
    needs: ['assin', 'gratuit'],
    pattern:
      /assine para (?:continuar|ler|acessar)|exclusiv[oa] para assinantes|limite de (?:matérias|artigos|reportagens|textos) gratuit/iu,
  },
  {
    needs: ['abonnee', 'verder lezen', 'premium'],
    pattern:
      /(?:alleen|exclusief) voor abonnees|(?:word|wordt) (?:nu )?abonnee (?:en|om)|verder lezen\?|(?:dit is een|lees dit) premium/iu,
  },
  {
    needs: ['подпис'],
    pattern:
      /(?:доступ(?:ен|на|но)|материал) (?:только|лишь) (?:для )?подписчик|оформите подписку|чтобы (?:прочитать|читать) .{0,40}подпис|только для подписчиков/iu,
  },
  {
    needs: ['مشترك', 'اشترك', 'سجل'],
    pattern:
      /للمشتركين فقط|(?:متاح|مخصص|حصري) للمشتركين|اشترك (?:الآن )?(?:لمتابعة|لقراءة|للقراءة)|هذا المحتوى للمشتركين|لقراءة (?:المقال|بقية|المزيد).{0,30}(?:سجل|اشترك)/u,
  },
  {
    needs: ['限定', '残り', '続き', '有料'],
    pattern:
      /(?:この(?:記事|続き|先)は|こちらは|全文は)[^。]{0,20}(?:会員|購読者)(?:限定|のみ|向け)|(?:会員|購読者)限定の?(?:記事|コンテンツ)です|残り\s?[\d,]+\s?文字|続きを読むには|続きをお読み(?:いただくには|ください)|この記事は有料/u,
  },
]

/** Words that appear at a paywall, but also in the head of every page of such a site. */
const weak: readonly RegExp[] = [
  /\balready (?:a|an) (?:subscriber|member)\b|\balready subscribed\b|\balready have an account\b|\bremaining free articles?\b/iu,
  /déjà abonné|bereits (?:abonnent|registriert)|già abbonato|já é assinante|al abonnee|ya (?:eres|es) suscriptor|уже есть подписка|مشترك بالفعل/iu,
]

const aside = /\bcomment|\bnewsletter/iu

/** The words with which a text says that the rest costs money or a login; undefined when there are none. */
export function wallPhrase(text: string): string | undefined {
  const opening = text.slice(0, 4_000)
  if (aside.test(opening) && opening.length < 200) return undefined
  const small = opening.toLowerCase()
  const possible = walls.filter(({ needs }) => needs.some((word) => small.includes(word)))
  return first(
    possible.map(({ pattern }) => pattern),
    opening,
  )
}

/** Like `wallPhrase`, and also words that alone prove nothing: for a line that ends a text. */
export function endingWallPhrase(text: string): string | undefined {
  const phrase = wallPhrase(text)
  if (phrase !== undefined) return phrase
  const opening = text.slice(0, 4_000)
  return aside.test(opening) ? undefined : first(weak, opening)
}

/** A word for subscribers, and one for continuing or for the article: together, in a short line directly after a text, they are a paywall. */
const paying =
  /\bsubscri|\bmembers?\b|\bmembership|\bpremium\b|\b(?:free )?account\b|\babonn|\babo\b|(?<=\p{L})abo\b|\bsuscri|\babbona|\bassina|\bassine\b|\babonnee|\babonnement|подпис|مشترك|اشتراك|اشترك|会員|購読|有料|\b[A-Z]\+/iu
const readingOn =
  /\bread(?:ing)?\b|\brest of\b|\bcontinue\b|\bthis (?:story|article|report)\b|\blire\b|\bsuite\b|\bcontenu\b|\blesen\b|weiterlesen|\bartikel\b|\bleer\b|\bleyendo\b|\bartículo\b|\bcontenido\b|\bleggere\b|\barticolo\b|\bler\b|\blendo\b|\bconteúdo\b|\bmatéria\b|\blezen\b|\blees\b|чита|продолжени|материал|статью|القراءة|قراءة|المقال|المحتوى|続き|記事|ここから|この先/iu

/** The line itself when it is directly after a text and mentions paying and continuing to read. */
export function wallLine(text: string): string | undefined {
  const line = text.trim()
  if (
    line.length > 160 ||
    /^[“"«„‘]/u.test(line) ||
    aside.test(line) ||
    /\ball\b|\btous\b|\balle\b|\bevery\b|\bunlimited\b/iu.test(line)
  )
    return undefined
  return paying.test(line) && readingOn.test(line) ? line : undefined
}

function first(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    // Somebody in the text says it.
    if (found !== null && !/[“"«„‘]$/u.test(text.slice(0, found.index))) return found[0]
  }
  return undefined
}
