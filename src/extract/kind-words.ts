/** How URLs and titles show the kind of a page. Paths are lower case; titles are unchanged. */

export const livePath =
  /\/(?:live|liveblog|live-blog|live-updates|en-direct|direct|liveticker|live-ticker|live-news|en-vivo|ao-vivo|minuto-a-minuto|diretta|newsticker)(?:\/|-\d|$)|live-blog|-live-updates|live-updates-|-as-it-happened|-liveblog|-liveticker|-minuto-a-minuto|-en-direct(?:\/|$|-\d)/
export const liveTitle =
  /\blive (?:updates?|blog|coverage|ticker)\b|\s[–—-]\s(?:\w+ ){0,3}live$|^live\s?[:|–—-]|\bas it happened\b|^en direct\b|\ben direct\s*[:|.]|[–—|-]\sen direct$|\blive-?ticker\b|\bnewsticker\b|^(?:en vivo|ao vivo|diretta|directo)\s*[:|–—-]|\bminuto a minuto\b|\bao minuto\b|\bin diretta\s*[:|]|\bliveblog\b|онлайн-трансляция|прямая трансляция|текстовая трансляция|ライブ(?:更新|ブログ)|【速報中】|مباشر\s*[:|]|تغطية مباشرة|لحظة بلحظة/i

export const videoPath = /\/(?:videos?|watch|vid[eé]os?|clips?|av|mediathek|v[ií]deos?)(?:\/|$)/
export const videoTitle =
  /^(?:watch|video|vidéo|vídeo|видео|فيديو|شاهد|動画)\s*[:|–—-]|[([](?:video|vidéo|vídeo|動画)[)\]]\s*$|\|\s*video\s*$/iu
export const videoFrame =
  /youtube(?:-nocookie)?\.com\/embed|player\.vimeo|dailymotion\.com\/(?:embed|player)|players\.brightcove|jwplayer|jwplatform|ooyala|kaltura|\/(?:video|player|embed)\//i

export const audioPath = /\/(?:podcasts?|audio|sounds|listen|radio|episodes?|balados?)(?:\/|$)/
export const audioTitle =
  /^(?:listen|podcast|audio|écouter|zum nachhören|escuchar?|ascolta|luister|подкаст|استمع|بودكاست|音声)\s*[:|–—-]|\bpodcast\s*[:|–—-]|[([](?:podcast|audio)[)\]]\s*$|\bepisode \d+\b.*\bpodcast\b|\bpodcast$/iu
export const audioFrame =
  /open\.spotify\.com\/embed|embed\.podcasts\.apple|w\.soundcloud\.com|player\.acast|embed\.acast|omny\.fm|art19\.com|megaphone\.fm|simplecast|buzzsprout|\/podcast\//i

export const galleryPath =
  /\/(?:gallery|galleries|photos?|photo-?essays?|in-pictures|pictures|picture-gallery|slideshow|photo-?gallery|diaporama|portfolio|fotostrecke|bildergalerie|fotogaler[ií]a|galer[ií]as?|fotogallery)(?:\/|$)|-in-pictures(?:$|[/-])/
export const galleryTitle =
  /^(?:in pictures|photos?|gallery|pictures|photo essay|en images|diaporama|bildergalerie|fotostrecke|fotos|galería|fotogalería|le foto|fotogallery|фоторепортаж|фото|بالصور|写真)\s*[:|–—-]|[–—|:-]\s*(?:in pictures|photo gallery|en images|in bildern|en imágenes|le foto|in beeld|фоторепортаж|بالصور)\s*$|\bphoto gallery\b|\bfotogalería\b|\bbildergalerie\b|【写真】|フォトギャラリー/iu

export const opinionPath =
  /\/(?:opinions?|opinion-\w+|ideas|pundits-blog|commentisfree|editorials?|columns?|(?:our-)?columnists?|op-eds?|comment(?:ary)?|views|letters|leaders?|idees|debats?|tribunes?|chroniques?|meinung|kommentare?|perspectives?|viewpoints?|opini[oó]n|columnas?|opiniones|opinioni|commenti|editoriali|opiniao|colunas?|opinie|mneniya|mnenie|rai|araa|shasetsu)(?:\/|$)/
export const opinionSection =
  /^(?:opinions?|editorials?|the editorial|comment|commentary|comment is free|columns?|columnists?|op-?ed|voices|views?|viewpoint|perspectives?|leaders?|letters(?: to the editor)?|guest essay|idées|débats?|opinion & débats|tribunes?|chroniques?|éditorial|meinung|kommentar|leitartikel|gastbeitrag|kolumne|opinión|tribuna|columna|editorial|opinioni|commenti|editoriale|opinião|coluna|artigo de opinião|opinie|column|commentaar|мнения?|колонка|رأي|آراء|الرأي|مقالات|مقالات الرأي|社説|オピニオン|論説|コラム)$/iu
export const opinionTitle =
  /^(?:opinion|editorial|op-ed|letters?(?: to the editor)?|comment|commentary|analysis and opinion|guest essay|tribune|chronique|éditorial|kommentar|meinung|leitartikel|gastbeitrag|kolumne|opinión|tribuna|editoriale|opinião|opinie|column|commentaar|мнение|колонка|رأي|社説|オピニオン)\s*[:|–—]|\|\s*(?:opinion|editorial|column|op-ed|tribune|meinung|kommentar|opinión|opinione|opinião|opinie|мнение|رأي)(?![\p{L}])|【社説】|（社説）/iu

/** A label above the text, or what the author is called there. */
export const opinionOpening =
  /^(?:(?:analysis\s?\/\s?)?opinion|commentary|op-ed)\s?:(?:\s|$)|^opinion (?:contributor|columnist|writer|editor)s?$/iu

export const releasePath =
  /\/(?:press-?releases?|news-releases?|media-releases?|communiques?(?:-de-presse)?|pressemitteilung(?:en)?|pr-?news(?:wire)?|comunicados?(?:-de-(?:prensa|imprensa))?|comunicati-stampa|persberichten?|press-?room|pressreleases)(?:\/|$)/
export const releaseHost =
  /(?:^|\.)(?:prnewswire|businesswire|globenewswire|einpresswire|newswire|accesswire|prweb|presseportal|zawya-press)\.\w+$/
export const releaseLine =
  /^(?:press|news|media) release$|^press releases$|^communiqué(?: de presse)?$|^pressemitteilung(?:en)?$|^medienmitteilung$|^(?:comunicado|nota) de (?:prensa|imprensa)$|^comunicato stampa$|^persbericht$|^пресс-релиз$|^بيان صحفي$|^プレスリリース$/iu
export const releaseOpening =
  /^(?:for immediate release|press release\b|news release\b|pour diffusion immédiate|communiqué de presse\b|pressemitteilung\b|zur sofortigen veröffentlichung|comunicado de prensa\b|nota de (?:prensa|imprensa)\b|para (?:divulgación|divulgação) (?:inmediata|imediata)|comunicato stampa\b|persbericht\b|пресс-релиз|بيان صحفي|プレスリリース)|\/(?:PRNewswire|PRNewswire-\w+)\/|\((?:BUSINESS WIRE|GLOBE NEWSWIRE)\)|\/EINPresswire/iu
/** A line at the end of a press release with the contact for the press. */
export const pressContact =
  /^(?:(?:media|press) (?:contacts?|inquiries|enquiries|relations)|contacts? (?:presse|médias)|pressekontakt|contacto de prensa|contatto stampa|ufficio stampa|perscontact|контакты для прессы|للتواصل الإعلامي|報道関係者)(?!\p{L})/iu

export const newsletterTitle =
  /\b(?:(?:morning|evening|afternoon|daily|weekly|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:'s|’s)? (?:briefing|brief|newsletter|round-?up|digest|wrap|headlines|bulletin|mail|edition)|newsletter\s*[:|–—]|news (?:round-?up|in brief|bulletin|quiz|summary)|(?:\d+|three|four|five|six|seven|ten) things (?:to know|you need to know|we learned)|(?:week|day|month) in (?:review|brief)|what(?:'s|’s) in (?:the|today's) papers|newspaper (?:headlines|front pages|review)|top (?:\w+ )?(?:headlines|stories) (?:of|for|this)|press review|the (?:morning|evening) (?:download|call)|revue de presse|l['’]essentiel de l['’]actu|la lettre (?:du|de la|d['’])|la matinale\b|infolettre|presseschau|der (?:morgen|abend) im überblick|(?:morgen|abend)lage|resumen (?:de noticias|del día|de la semana)|boletín (?:de noticias|semanal|diario)|rassegna stampa|notiziario|resumo (?:do dia|da semana)|nieuwsoverzicht|ochtendbriefing|infobrief)|дайджест|главное за (?:день|неделю)|نشرة الأخبار|النشرة البريدية|موجز|صحف اليوم|今日のニュースまとめ|ニュースレター/iu
export const newsletterPath =
  /\/(?:newsletters?|briefings?|bulletins?|roundups?|round-up|morning-briefing|infolettres?|presseschau|boletin(?:es)?|rassegna-stampa)(?:\/|$)/

export const correctionTitle =
  /^(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?|erratum|errata(?: corrige)?|for the record|rectificatif|correctif|mise au point|berichtigung|korrektur|richtigstellung|correcci[oó]n|fe de (?:errat[ae]s|errores)|rettifica|correção|erramos|correctie|rectificatie|поправка|опровержение|تصحيح|تصويب|訂正|お詫びと訂正)\s*(?:$|[:：|–—-])/iu
export const correctionPath =
  /\/(?:corrections?|corrections-and-clarifications|clarifications?|errata|rectificatifs?|berichtigungen|fe-de-err(?:atas?|ores)|erramos)(?:\/|$)/
