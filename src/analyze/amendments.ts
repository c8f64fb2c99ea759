import type { Amendment, AmendmentKind } from '../core/amendment.ts'
import type { Sentence } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import { defineAnalyzer } from './analyzer.ts'

/**
 * An outlet's own notes on its article: that an earlier version was wrong, unclear or has been changed. A paragraph that
 * begins with such a label (`Correction:`) is one note, a sentence that says so another. English, French, German, Spanish and
 * Arabic, by the words they use: a note is told from the news by naming its own article, or by its label.
 */
export const amendments = defineAnalyzer({
  assigns: 'amendments',
  requires: ['sentences'],
  version: 1,
  run: (doc, { sentences }) => amendmentsOf(doc, sentences),
})

/** A note is short; a paragraph of more characters is read by its sentences only. */
const longestNote = 900

/** `Correction: …`, `Correction, 4 March: …`, `Rectificatif :`. What stands between label and colon is a date. */
const label =
  /^[\s([*_–—-]{0,3}(?<label>corrections?|clarifications?|errat(?:um|a)|editor['’]s note|rectificatifs?|précisions?|note de la rédaction|korrektur(?:hinweis)?|berichtigung|richtigstellung|klarstellung|anmerkung der redaktion|hinweis der redaktion|correcci[oó]n|fe de erratas?|rectificaci[oó]n|aclaraci[oó]n|nota de la redacci[oó]n|تصحيح|تنويه|توضيح|استدراك)(?:,? (?:\(|\[)?[^:.!?]{0,40}\d[^:.!?]{0,20})?\s?[:：—–]\s?(?=\S)/iu
/** Labels that also stand over what is no correction. */
const openLabel = /^(?:editor['’]s note|note de la rédaction|anmerkung|hinweis|nota de la|تنويه|توضيح)/iu

const english =
  /\b(?:(?:an|the|a) (?:earlier|previous|original|prior) version of this (?:article|story|report|piece|headline|caption|post|page)|this (?:article|story|report|piece|headline|post|page|text) (?:was|has been|had been) (?:\p{L}+ )?(?:amended|corrected|updated|clarified|revised|edited)|(?<=^)(?:we|the (?:\p{L}+ )?(?:times|post|herald|newspaper|paper)) (?:regrets?|apologi[sz]es? for) the error|this (?:headline|sentence|paragraph|caption) (?:was|has been) (?:added|amended|corrected|updated|changed)|the headline (?:on|of|to) this (?:story|article|report|post) (?:was|has been) (?:amended|corrected|updated|changed))\b/iu
const others =
  /\b(?:une (?:première|précédente) version de (?:cet article|ce texte)|une version (?:précédente|antérieure|initiale) de (?:cet article|ce texte)|(?:cet article|ce texte) a été (?:modifié|corrigé|mis à jour|amendé|rectifié)|in einer (?:früheren|ersten|vorherigen|älteren|ursprünglichen) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags|berichts)|dies(?:er|em) (?:artikel|text|beitrag|bericht) wurde (?:\p{L}+ ){0,4}(?:korrigiert|aktualisiert|geändert|berichtigt|ergänzt)|una versi[oó]n (?:anterior|previa) de (?:este (?:art[ií]culo|texto)|esta (?:nota|noticia|informaci[oó]n))|est[ea] (?:art[ií]culo|texto|nota|noticia) (?:ha sido|fue) (?:corregid|modificad|actualizad|editad)[oa])\b|(?:نسخة سابقة من (?:هذا|هذه)|(?:تم|جرى) (?:تصحيح|تعديل|تحديث) (?:هذا|هذه)) (?:المقال|الخبر|التقرير|القصة|النص|المادة)/iu
/** One of these must stand in a text for it to hold a note: cheaper to ask than the patterns. */
const trigger =
  /correct|clarif|errat|editor['’]s note|version|amended|updated|revised|edited|the error|rectifi|précision|rédaction|korrektur|berichtig|richtigstell|klarstell|redaktion|fassung|wurde|aclaraci|redacci|est[ea] |cet article|ce texte|تصحيح|تنويه|توضيح|استدراك|نسخة سابقة|تعديل|تحديث/iu

function amendmentsOf(doc: Document, sentences: readonly Sentence[]): Amendment[] {
  if (!trigger.test(doc.text)) return []
  const found: Amendment[] = []
  const labeled = new Set<number>()
  for (const sentence of sentences) {
    if (labeled.has(sentence.block)) continue
    const block = doc.blocks[sentence.block]
    if (!block || block.kind === 'table-row' || block.kind === 'code') continue
    const paragraph = doc.text.slice(block.start, block.end)
    if (sentence.span.start - block.start <= 3 && isLabeled(paragraph)) {
      labeled.add(sentence.block)
      const end = block.start + paragraph.trimEnd().length
      found.push({ span: { start: sentence.span.start, end }, kind: kindOf(paragraph), sentence: sentence.index })
      continue
    }
    const text = doc.text.slice(sentence.span.start, sentence.span.end)
    if (text.length <= longestNote && says(text))
      found.push({ span: sentence.span, kind: kindOf(text), sentence: sentence.index })
  }
  return found
}

function isLabeled(paragraph: string): boolean {
  if (paragraph.length > longestNote) return false
  const name = label.exec(paragraph)?.groups?.label
  return name !== undefined && (!openLabel.test(name) || says(paragraph))
}

/** Of this article, and not in the words of another that this one quotes. */
function says(text: string): boolean {
  const match = english.exec(text) ?? others.exec(text)
  return match !== null && !/["“«]/u.test(text.slice(0, match.index))
}

const clarified = /clarif|précision|klarstell|aclaraci|توضيح|ergänzt/iu
const wrong =
  /correct|incorrect|\bwrong|misstat|mis(?:identif|spel|attribut|character|quot|report)|\berror|errat|rectif|amended|falsch|korrig|korrekt|berichtig|richtigstell|corregid|correcci|err[oó]ne|تصحيح|استدراك|خطأ|à tort|erreur/iu

/** What was wrong weighs more than what was added: a note that says both is a correction. */
function kindOf(text: string): AmendmentKind {
  if (wrong.test(text)) return 'correction'
  return clarified.test(text) ? 'clarification' : 'update'
}
