import type { AmendmentKind } from '../core/annotation.ts'

/** A word that stands before a note, and what it makes of it. An open one also stands over what is no correction. */
type NoteLabel = { readonly pattern: string; readonly kind: AmendmentKind; readonly isOpen?: true }

/** `Correction: …` in the languages of the house. */
export const noteLabels: readonly NoteLabel[] = [
  {
    kind: 'retraction',
    pattern: 'retractions?|rétractation|zurückgezogen|retractación|ritrattazione|retratação|intrekking',
  },
  {
    kind: 'correction',
    pattern:
      'corrections?(?: (?:&|and) clarifications?)?|corrected|errat(?:um|a)|errata corrige|rectificatifs?|korrektur(?:hinweis)?|berichtigung|richtigstellung|correcci[oó]n|fe de (?:erratas?|errores)|rectificaci[oó]n|correzione|rettifica|corre(?:ç|cç)ão|correctie|rectificatie|تصحيح|استدراك',
  },
  {
    kind: 'clarification',
    pattern:
      'clarifications?|clarified|précisions?|klarstellung|aclaraci[oó]n|precisazione|chiarimento|esclarecimento|verduidelijking',
  },
  { kind: 'clarification', isOpen: true, pattern: 'توضيح' },
  {
    kind: 'editor-note',
    isOpen: true,
    pattern: `editor(?:s['’]|['’]s) note|a note (?:to|for) (?:our )?readers|note de la rédaction|(?:anmerkung|hinweis) der redaktion|nota (?:de la redacci[oó]n|del editor|della redazione|da redac?ção)|noot van de redactie|ملاحظة من (?:التحرير|المحرر)|تنويه`,
  },
  {
    kind: 'update',
    isOpen: true,
    pattern: 'updated?|mise à jour|aktualisierung|actualizaci[oó]n|aggiornamento|atualização|تحديث',
  },
]

/** What only a note says of its own article, and what it then is; absent: whatever its words make it. */
type NoteSaying = { readonly pattern: string; readonly kind?: AmendmentKind }

const ownEnglish = 'this (?:article|story|report|piece|headline|caption|post|text|column|dispatch|item)'
/** What a show of somebody’s post is not: `This post has been removed` stands there, too. */
const wholeEnglish = 'this (?:article|story|report|piece|column|dispatch)'
const ownFrench = '(?:cet (?:article|entretien)|ce (?:texte|papier)|cette dépêche)'
const ownGerman = 'dies(?:er|em|en|es) (?:artikel|text|beitrag|bericht)'
const ownSpanish = 'est[ea] (?:art[ií]culo|texto|nota|noticia|informaci[oó]n|reportaje|pieza)'
const ownItalian = 'quest[oa] (?:articolo|testo|notizia|pezzo)'
const ownPortuguese = '(?:est[ea]|dest[ea]) (?:texto|reportagem|artigo|matéria|notícia)'
const ownDutch = 'dit (?:artikel|bericht|stuk|verhaal)'
const ownArabic = '(?:هذا|هذه) (?:المقال|الخبر|التقرير|القصة|النص|المادة)'

export const noteSayings: readonly NoteSaying[] = [
  {
    kind: 'retraction',
    pattern: String.raw`\b(?:${ownEnglish} (?:was|has been) (?:retracted|withdrawn|unpublished)|${wholeEnglish} (?:was|has been) (?:removed|deleted|pulled|taken (?:down|offline))|(?:has|have) (?:retracted|withdrawn|unpublished) ${ownEnglish}|(?:has|have) (?:removed|deleted|pulled|taken down) ${wholeEnglish}|${ownFrench} a été (?:retiré|dépublié|supprimé)e?|nous avons (?:retiré|dépublié|supprimé) ${ownFrench}|wir haben ${ownGerman} (?:zurückgezogen|gelöscht|depubliziert|offline genommen)|${ownGerman} wurde (?:\p{L}+ ){0,3}(?:zurückgezogen|gelöscht|depubliziert|offline genommen)|hemos (?:retirado|eliminado|despublicado) ${ownSpanish}|${ownSpanish} (?:ha sido|fue) (?:retirad|eliminad|despublicad)[oa]|abbiamo (?:ritirato|rimosso) ${ownItalian}|${ownItalian} è stat[oa] (?:ritirat|rimoss)[oa]|(?:retiramos|removemos) ${ownPortuguese}|${ownPortuguese} foi (?:retirad|removid)[oa]|${ownDutch} (?:is|werd) (?:\p{L}+ ){0,3}ingetrokken|(?:hebben|heeft) ${ownDutch} (?:\p{L}+ ){0,2}ingetrokken)(?!\p{L})|(?:سحبنا|حذفنا|(?:تم|جرى) (?:سحب|حذف)) ${ownArabic}`,
  },
  {
    pattern: String.raw`\b(?:(?:an|the|a) (?:earlier|previous|original|prior) version of ${ownEnglish}|${ownEnglish} (?:was|has been|had been) (?:\p{L}+ ){0,2}(?:amended|corrected|updated|clarified|revised|edited(?! (?:by|for (?:length|clarity|style|brevity)))|changed)|${ownEnglish} (?:originally|previously|initially|incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|reported|gave|named|identified|misstated|misidentified|attributed|described)|we (?:have )?(?:corrected|updated|clarified|changed|amended|added|removed) [^.!?:]{0,80}\b${ownEnglish}|we (?:have )?(?:corrected|updated|clarified|changed|amended) ${ownEnglish}|(?<=^)(?:we|the (?:\p{L}+ )?(?:times|post|herald|newspaper|paper)) (?:regrets?|apologi[sz]es? for) the errors?(?=[.!]?\s*$)|this (?:sentence|paragraph) (?:was|has been) (?:added|amended|corrected|updated|changed)|the headline (?:on|of|to) ${ownEnglish} (?:was|has been) (?:amended|corrected|updated|changed)|(?<=^)the (?:headline|caption|photo caption)(?: (?:on|of|to|for) [\p{L} ]{1,30})? (?:was|has been) (?:amended|corrected|changed))\b`,
  },
  {
    pattern: String.raw`\b(?:une (?:première|précédente) version de ${ownFrench}|une version (?:précédente|antérieure|initiale) de ${ownFrench}|${ownFrench} a été (?:\p{L}+ ){0,2}(?:modifié|corrigé|mis à jour|actualisé|amendé|rectifié|complété)|nous avons (?:corrigé|modifié|rectifié) [^.!?:]{0,60}\b${ownFrench})`,
  },
  {
    pattern: String.raw`\b(?:in einer (?:früheren|ersten|vorherigen|älteren|ursprünglichen) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags|berichts)|${ownGerman} wurde (?:[\p{L}\d.]+ ){0,6}(?:korrigiert|aktualisiert|geändert|berichtigt|ergänzt)|wir haben [^.!?:]{0,80}\b${ownGerman} (?:korrigiert|geändert|berichtigt|ergänzt|aktualisiert)|wir haben ${ownGerman} (?:korrigiert|geändert|berichtigt|ergänzt|aktualisiert))`,
  },
  {
    pattern: String.raw`\b(?:una versi[oó]n (?:anterior|previa) de ${ownSpanish}|${ownSpanish} (?:ha sido|fue) (?:corregid|modificad|actualizad|editad|rectificad|ampliad)[oa])`,
  },
  {
    pattern: String.raw`\b(?:una (?:versione precedente|precedente versione|prima versione) di ${ownItalian}|${ownItalian} è stat[oa] (?:\p{L}+ )?(?:aggiornat|corrett|modificat|rettificat|integrat)[oa])`,
  },
  {
    pattern: String.raw`\b(?:uma (?:versão (?:anterior|prévia|inicial)|primeira versão) (?:d?est[ea] )(?:texto|reportagem|artigo|matéria|notícia)|${ownPortuguese} foi (?:corrigid|alterad|atualizad|modificad|editad)[oa])`,
  },
  {
    pattern: String.raw`\b(?:in een (?:eerdere|vorige|oudere) versie van ${ownDutch}|${ownDutch} (?:is|werd) (?:[\p{L}\d]+ ){0,6}(?:aangepast|gecorrigeerd|geactualiseerd|bijgewerkt|gerectificeerd|gewijzigd|aangevuld))\b`,
  },
  {
    pattern: String.raw`(?:نسخة سابقة من ${ownArabic}|(?:تم|جرى) (?:تصحيح|تعديل|تحديث) ${ownArabic}|(?:ع\u064f?د\u0651?\u0650?ل|ح\u064f?د\u0651?\u0650?ث|ص\u064f?ح\u0651?\u0650?ح)(?:ت)? ${ownArabic})`,
  },
]

/** Under an open label: what says that the text is another than it was. */
export const changedAfter =
  /\b(?:after (?:its |the |initial )?publication|since been (?:removed|added|changed|corrected)|(?:have|has) been (?:removed|added)|we have (?:added|removed|corrected|changed|withdrawn|updated)|after (?:it|this \p{L}+) was (?:first )?published|après (?:sa|la) publication|ajout d|nach (?:der|seiner) veröffentlichung|tras (?:su|la) publicación|dopo la pubblicazione|após a publicação|na publicatie)|بعد نشر/iu

export const clarified =
  /clarif|ma[dk]e clear|précision|klarstell|aclaraci|precisazione|chiariment|esclarec|verduidelijk|توضيح|ergänzt/iu
export const wrong =
  /correct|incorrect|\bwrong|misstat|mis(?:identif|spel|attribut|character|quot|report)|\berror|errat|rectif|amended|originally said|falsch|fälschlich|korrig|korrekt|berichtig|richtigstell|in einer (?:früheren|ersten|vorherigen|älteren|ursprünglichen)|corregid|correcci|err[oó]ne|por error|erroneamente|corrett|correzion|rettific|incorretamente|corrigid|correção|ten onrechte|gecorrig|rectific|تصحيح|استدراك|خطأ|à tort|erreur|corrigé/iu

/** One of these must stand in a text for it to hold a note: cheaper to ask than the patterns. */
export const noteTrigger =
  /correct|clarif|errat|note|version|amended|updated|revised|edited|changed|the error|originally|retract|withdrawn|removed|deleted|pulled|taken (?:down|offline)|we have|rectifi|précision|rédaction|mise à jour|korrektur|korrig|berichtig|richtigstell|klarstell|redaktion|fassung|wurde|wir haben|aclaraci|redacci|fe de err|est[ea] |hemos|cet article|ce texte|nous avons|correzion|rettific|precisazion|quest[oa] |abbiamo|nota d|corre[çc]|esclarec|versão|noot van|versie|dit artikel|dit bericht|verduidel|تصحيح|تنويه|توضيح|استدراك|نسخة سابقة|تعديل|تحديث|ملاحظة|هذا |هذه /iu
