import { formatReason, type IncompleteReason } from '../core/reading/incomplete-reason.ts'
import { excerpt } from './markup/visible-text.ts'
import { countWords } from './words.ts'

/** Why a page contains no article: what it shows instead, with the phrases for it in headlines and in sentences. */
type Obstacle = { readonly reason: IncompleteReason; readonly title?: RegExp; readonly text: RegExp }

const obstacles: readonly Obstacle[] = [
  {
    reason: 'asks-for-person',
    title:
      /^(?:just a moment|attention required|are you a robot|access (?:to this page (?:has been |is )?)?denied|security check|verify(?:ing)? (?:that )?you are (?:a )?human|human verification|captcha|verificaci[oó]n|vérification|sicherheitsüberprüfung|проверка браузера|checking your browser|pardon our interruption|bot (?:check|verification))(?!\p{L})/iu,
    text: /\bverify (?:that )?you(?:['’]re| are) (?:a )?human|\bnot a (?:ro)?bot\b|\bunusual (?:activity|traffic)\b|\bautomation tools\b|\bchecking your browser\b|\bsecurity of your connection\b|\bray id\b|\bcomplete the (?:captcha|security check)|\breference (?:id|#)|vous n['’]êtes pas un robot|vérifi(?:ez|er) que vous êtes humain|kein roboter|eres (?:un )?humano|no eres un robot|non sei un robot|não é um robô|geen robot|не робот|لست روبوت|أنك إنسان|ロボットではない/iu,
  },
  {
    reason: 'needs-script',
    text: /\b(?:enable|turn on|requires?|activate) javascript\b|\bjavascript (?:is|and cookies are|must be|seems to be) (?:disabled|required|enabled|turned off|not)|\bsupports? javascript\b|activez javascript|activer javascript|javascript (?:aktivieren|zu aktivieren)|activ[ae] (?:el )?javascript|(?:attiva|abilita) javascript|(?:ative|habilite) o javascript|включите javascript|تفعيل (?:جافا|javascript)|javascriptを有効/iu,
  },
  {
    reason: 'not-found',
    title:
      /^(?:(?:error|erreur|fehler|erro|errore|fout|ошибка|خطأ|エラー|http)\s*)?(?:404|410)\b(?!:)|^(?:(?:oops|sorry)[!,.]?\s*)?(?:we can(?:no|['’])t find (?:the|that|this) page|(?:the |this |that )?page (?:not found|(?:can(?:no|['’])t|could not) be found|(?:does not|doesn['’]t|no longer) exists?)|not found|gone|page (?:introuvable|non trouvée)|seite nicht gefunden|p[aá]gina (?:no encontrada|n[aã]o encontrada|non trovata|niet gevonden)|страница не найдена|الصفحة غير موجودة|ページが見つかりません)/iu,
    text: /\bpage (?:you(?:['’]re| are| were)? ?(?:looking for|requested|tried)|can(?:no|['’])t (?:be found|find)|could not be found|not found|does not exist|(?:may )?(?:have|has|was) (?:been )?(?:moved|removed|deleted))|\bnothing was found at this\b|\b(?:no longer available|not found) on this server\b|\b(?:this|the) (?:article|story|page|content) (?:is|was) no longer available\b|n['’]est plus (?:disponible|en ligne)|nicht (?:mehr|länger) (?:verfügbar|abrufbar|online)|ya no está disponible|لم يعد (?:هذا |هذه )?(?:المقال|الخبر|المحتوى|الصفحة)? ?متاح|لم تعد (?:هذه )?الصفحة متاحة|introuvable|n['’]existe (?:pas|plus)|nicht gefunden|existiert nicht|no existe|no (?:ha sido )?encontrad|non esiste|não existe|bestaat niet|niet gevonden|не существует|не найдена|страницы нет|была удалена|غير موجودة|見つかりません|存在しない/iu,
  },
  {
    reason: 'server-error',
    title:
      /^(?:(?:error|erreur|fehler|erro|errore|fout|ошибка|خطأ|エラー|http)\s*)?(?:400|401|403|429|5\d\d)\b(?!:)|^(?:forbidden|acc[eè]s refusé|zugriff verweigert|acceso denegado|accesso negato|acesso negado|toegang geweigerd|доступ запрещ[её]н|تم رفض الوصول|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|too many requests|under maintenance|(?:site )?(?:maintenance|wartung)|we(?:['’]ll| will) be (?:right )?back)/iu,
    text: /\bdon['’]t have permission\b|pas (?:l['’]autorisation|autorisé)|keine berechtigung|no tiene permiso|non (?:hai|ha) (?:il permesso|l['’]autorizzazione)|não tem permissão|geen toestemming|нет (?:прав|доступа)|доступ запрещ|ليس لديك إذن|アクセス(?:が拒否|権限)|\b(?:temporarily )?(?:unable to service|unavailable)\b|\b(?:scheduled )?maintenance\b|\binternal server error\b|\btry again later\b|\bbe back (?:soon|shortly)\b|maintenance en cours|wartungsarbeiten|en mantenimiento|in manutenzione|em manutenção|технические работы|メンテナンス/iu,
  },
  {
    reason: 'login',
    title:
      /^(?:(?:please )?(?:log|sign)[ -]?in\b|login\b|sign up\b|(?:create|your) (?:an |a free )?account\b|connexion\b|identifiez-vous|anmelden\b|anmeldung\b|iniciar sesión|inicia sesión|accedi\b|entrar\b|inloggen\b|войти\b|вход\b|تسجيل الدخول|ログイン)/iu,
    text: /\b(?:log|sign) ?in (?:to|with)\b|\bforgot (?:your )?password\b|\bemail address and password\b|\bcreate (?:one|an account)\b|\bdon['’]t have an account\b|mot de passe|passwort|contraseña|(?:la tua )?password|palavra-passe|senha|wachtwoord|парол|كلمة (?:المرور|السر)|ログイン|パスワード/iu,
  },
  {
    reason: 'consent',
    title:
      /^(?:before you continue|we (?:value|care about|respect) your privacy|(?:your )?(?:privacy|cookie)s? (?:choices|settings|preferences|consent)|cookies? (?:on|auf|sur|op|su)\b|le respect de votre vie privée|mit werbung|datenschutz(?:einstellungen)?|su privacidad|la tua privacy|cookies\b)/iu,
    text: /\b(?:use|uses|using|accept|our use of|such as|through) (?:of )?(?:all )?cookies?\b|\bpartners (?:store|use|may|process|and)\b.{0,80}|\bprocess(?:ing)? (?:of )?(?:your )?personal data\b|\b(?:your |to )consent\b|\bpersonali[sz]ed (?:ads|advertising)\b|\baccept all\b|\bgeolocation data\b|\bapply to this website only\b|\b(?:browsing|personal|your) data\b|\blegitimate interest\b|\btracking technologies\b|\bthese (?:cookies|trackers)\b|\btypes of cookies\b|\b(?:technical|functional(?:ity)?|analytical|performance|advertising|targeting|necessary) cookies\b|\bmanage your preferences\b|\bnumber of visitors\b|\bidentify any (?:individual )?visitor\b|\baccess information on a device\b|\b(?:withdraw|right to) consent\b|\b(?:cookie|privacy) policy\b|(?:nos )?partenaires|données personnelles|votre consentement|sans accepter|personenbezogene daten|ihre zustimmung|werbung und tracking|cookies? (?:y|und|et|e|en)\b|datos personales|su consentimiento|dati personali|il tuo consenso|dados pessoais|consentimento|toestemming|gepersonaliseerde advertenties|персональн\w+ данн\w+|ملفات تعريف الارتباط|クッキー|同意/iu,
  },
  {
    reason: 'adverts',
    title:
      /^(?:(?:please )?(?:disable|turn off) (?:your )?ad ?-?block|ad ?-?block(?:er)? detected|désactivez|adblocker)/iu,
    text: /\bad ?-?block(?:er|ing)?\b|\badd (?:this site|us) to your allow ?list\b|bloqueur de publicité|werbeblocker|bloqueador de (?:anuncios|publicidad)|blocco della pubblicità/iu,
  },
  {
    reason: 'money',
    title:
      /^(?:donate|support (?:us|our)|choose (?:your|a) (?:plan|subscription)|subscribe\b(?! to)|subscription (?:plans|offers)|abonnez-vous|nos offres)/iu,
    text: /\bsupport (?:our|independent) (?:work|journalism|newsroom|reporting)|\bmake a (?:donation|contribution|gift)\b|\bdepend on readers\b|\bpowers? our journalism\b|\b(?:donate|contribute) (?:today|now|from)\b|\bevery contribution\b|\b(?:marks?|[$€£]|dollars?|euros?) (?:a|per) (?:week|month)\b|\bcancel (?:at )?any ?time\b|faites un don|soutenez|unterstützen sie uns|haz(?:te)? (?:un donativo|socio)|sostieni(?:ci)?\b/iu,
  },
  {
    reason: 'region',
    title:
      /^(?:451\b|unavailable (?:due to legal|in your)|(?:content|this (?:page|content|site)) (?:is )?(?:not available|unavailable))/iu,
    text: /\bfor legal reasons\b|\blegal reasons\b|\beuropean economic area\b|\bnot available in your (?:country|region|location)\b|\baccess cannot be granted\b|n['’]est pas disponible dans votre (?:pays|région)|in ihre[mr] (?:land|region) nicht verfügbar|no está disponible en (?:su|tu) país/iu,
  },
  {
    reason: 'parked',
    text: /\bdomain (?:name )?(?:[\w.-]+ )?(?:is|may be) for sale\b|\bbuy this domain\b|\bdomain (?:is )?parked\b|diese domain (?:steht|ist) zum verkauf|ce nom de domaine est à vendre/iu,
  },
]

/** In a longer text, the words of an obstacle are the subject of an article. */
const longestObstacle = 1_000
/** The share of a text that such phrases must make up, in a short text and in a longer one. */
const shareOf = (wordCount: number): number => (wordCount <= 150 ? 0.5 : 0.6)
const longestByTitle = 130

/**
 * Why a page contains an error, a login, a dialog or an appeal instead of an article, with the page's own words; undefined when it may be
 * an article. `headlines` are its titles, `texts` the blocks of its presumed text, `others` the remaining ones.
 */
export function findObstacle(
  headlines: readonly string[],
  texts: readonly string[],
  others: readonly string[],
): string | undefined {
  const wordCount = texts.reduce((sum, text) => sum + countWords(text), 0)
  if (wordCount > longestObstacle) return undefined
  const sentences = sentencesOf(wordCount === 0 ? others : texts)
  // On a page with almost no text, all lines count.
  const around = wordCount < 60 ? sentencesOf([...texts, ...others]) : sentences
  const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  let spoken = 0
  let strongest: { reason: IncompleteReason; quote: string; length: number } | undefined
  for (const { reason, title, text } of obstacles) {
    const said = sentences.filter((sentence) => text.test(sentence))
    const saidLength = said.reduce((sum, sentence) => sum + sentence.length, 0)
    const headline = title && headlines.find((each) => title.test(each.trim()))
    const hasPhrase = () => wordCount < 12 || around.some((sentence) => text.test(sentence))
    if (headline !== undefined && wordCount < longestByTitle && hasPhrase()) return obstacleReason(reason, headline)
    spoken += saidLength
    if (said[0] !== undefined && saidLength > (strongest?.length ?? 0))
      strongest = { reason, quote: said[0], length: saidLength }
  }
  if (strongest === undefined || spoken < length * shareOf(wordCount)) return undefined
  return obstacleReason(strongest.reason, strongest.quote)
}

function sentencesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/(?<=[.!?])\s+|(?<=[。！？])/u)).filter((text) => text.trim() !== '')
}

function obstacleReason(reason: IncompleteReason, quote: string): string {
  return formatReason(reason, excerpt(quote.trim(), 120))
}
