import type { PageBlock } from '../blocks/page-blocks.ts'

/** Turns of phrase in which sites ask for money, for a subscription or for consent. One alone proves nothing. */
const cues: readonly RegExp[] = [
  /\bsupport (?:us\b|our|the|this|independent|quality|local|public|free) ?(?:[\w'’-]+ ){0,4}(?:journalism|reporting|work|newsroom|mission|site|us)\b|\bsupport from (?:our )?(?:readers|people like you)/i,
  /\b(?:mak(?:e|ing)|with) an? (?:[\w-]+ ){0,3}(?:donation|contribution|gift)\b|\bdonat(?:e|ing)\b|\byour (?:donation|contribution|gift|support)\b|\bchip in\b/i,
  /\bfrom as little as\b|\bfor as little as\b|\b(?:monthly|one-time|tax-deductible) (?:donation|contribution|gift)\b|\bas little as [£$€]/i,
  /\bbecome an? (?:[\w-]+ )?(?:member|subscriber|supporter|patron)\b|\bsubscribe (?:now|today|to)\b|\b(?:reader|listener|member|viewer)s?[- ](?:funded|supported)\b/i,
  /\bno paywalls?\b|\bunlike (?:many|most|other)\b|\bfree (?:for|to) (?:everyone|all|read)\b|\bfunded by (?:our )?readers\b/i,
  /\bcookies?\b/i,
  /\b(?:our|\d+|third[- ]party) (?:trusted |advertising )?(?:partners|vendors)\b|\blegitimate interests?\b/i,
  /\b(?:store|access|process)\b.{0,60}\b(?:information on (?:a|your) device|personal data|your data)\b|\bpersonali[sz]ed (?:ads|advertising|content)\b/i,
  /\bprivacy (?:policy|notice|settings|choices)\b|\b(?:accept|reject|agree to) all\b|\bmanage (?:your )?(?:cookies|preferences|consent|settings|choices)\b|\b(?:your|withdraw|give) consent\b/i,
  /\bfaire un don\b|\bsoute(?:nez|nir) (?:notre|nos|un|une|l)|\bvotre (?:don|soutien)\b|\bfaites un don\b|\bdéductible/i,
  /\bnos partenaires\b|\bconsentement\b|\bdonnées personnelles\b|\babonnez-vous\b|\bpolitique de confidentialité\b/i,
  /\bspende[nt]?\b|\bunterstützen sie (?:uns|unser)|\beinwilligung\b|\bunsere partner\b|\bdatenschutz/i,
  /\bdon(?:a|ación|ativo)\b|\bapoya (?:nuestro|a )|\bnuestros socios\b|\bconsentimiento\b|\bpolítica de privacidad\b/i,
  /تبرع|ادعم(?:وا|نا)?(?= )|دعمكم|مساهمتك/u,
  /ملفات تعريف الارتباط|موافقتك|سياسة الخصوصية|شركائنا|بياناتك الشخصية/u,
]

/** What a text about donations or cookies also has, and an appeal does not: most of its words are about something else. */
const appealShare = 0.6

/** True for a block that asks the reader for money or consent: two turns of phrase, or one in a line. */
function isAppeal({ text, wordCount }: Pick<PageBlock, 'text' | 'wordCount'>): boolean {
  if (wordCount > 250) return false
  const needed = wordCount <= 30 ? 1 : 2
  let found = 0
  for (const cue of cues) if (cue.test(text) && ++found >= needed) return true
  return false
}

/** True when what would be shown as the article asks for money or consent instead. */
export function isAppealBody(blocks: readonly Pick<PageBlock, 'text' | 'wordCount'>[]): boolean {
  let words = 0
  let asking = 0
  for (const block of blocks) {
    words += block.wordCount
    if (isAppeal(block)) asking += block.wordCount
  }
  return asking > words * appealShare
}

/** The blocks that do not ask. */
export function withoutAppeals(blocks: readonly PageBlock[]): PageBlock[] {
  return blocks.filter((block) => !isAppeal(block))
}
