import type { NameWords } from '../name-words.ts'

/** How German writes the names of people. */
export const germanNames: NameWords = {
  capitalized: {
    titles: String.raw`Herrn?|Frau|Dr\.?|Prof\.?|Professor(?:in)?|(?:\p{L}+-)?(?:\p{Lu}[\p{Ll}-]*)?(?:[Mm]inister|[Pp]räsident|[Kk]anzler|[Mm]eister|[Ll]eiter|[Ss]precher|[Ff]ührer|[Cc]hef|[Dd]irektor|[Ww]irt|[Vv]ertreter|[Ff]orscher|[Bb]eauftragte|[Vv]orsitzende|[Ww]issenschaftler|[Bb]auer|[Hh]ändler|[Ii]nhaber|[Gg]ründer|[Tt]rainer|[Ss]pieler|[Pp]olitiker|[Ll]ehrer|[Aa]rbeiter|[Ff]ahrer|[Rr]ichter|[Ss]chäfer|[Ff]ischer|[Bb]äcker|[Rr]at|[Rr]ätin|[Aa]nwalt|[Aa]nwält|[Ss]ekretär|[Kk]ommissar|[Ii]nspekteur|[Gg]eneral|[Oo]berst|[Aa]rchitekt|[Bb]iolog|[Aa]rchäolog|[Gg]eolog|[Mm]eteorolog|[Hh]istoriker|[Öö]konom|[Jj]urist|[Aa]ktivist|[Pp]olizist|[Jj]ournalist|[Aa]utor|[Rr]egisseur|[Hh]ebamme|[Aa]rzt|[Ää]rzt|[Pp]fleger|[Ss]chwester|[Bb]ischof|[Bb]ischöf|[Pp]farrer|[Pp]astor|[Kk]ünstler|[Ss]änger|[Bb]otschafter|[Aa]bgeordnete|[Ss]enator|[Kk]andidat|[Bb]ewerber|[Ss]tudent|[Ss]chüler|[Ee]igentümer|[Bb]etreiber|[Bb]esitzer|[Mm]anager|[Mm]itarbeiter|[Kk]ollege|[Kk]ollegin|[Hh]elfer|[Aa]nwohner|[Nn]achbar|[Zz]euge|[Zz]eugin|[Bb]esucher|[Gg]esellschafter|[Gg]utachter|[Ee]xperte|[Ee]xpertin|[Kk]enner|[Vv]erwalter|[Oo]bfrau|[Oo]bmann|[Hh]auptmann|[Hh]auptfrau|[Vv]orstand|[Gg]ärtner|[Ff]örster|[Jj]äger|[Ww]inzer|[Mm]üller|[Kk]apitän|[Tt]rainer)(?:in|innen|e|n|en|r|m|s)?`,
    bodies: String.raw`(?:Stadt|Gemeinde|Polizei|Feuerwehr|Firma|Land|Berliner|Deutscher?n?|Europäische[rn]?|Bundes\p{Ll}+|Landes\p{Ll}+|\p{L}*(?:[Kk]reis|[Aa]mt|[Ww]erke?|[Vv]erband|[Vv]erein|[Gg]esellschaft|[Bb]ank|[Bb]ahn|[Zz]eitung|[Bb]ote|[Bb]oten|[Pp]artei|[Gg]ewerkschaft|[Mm]inisterium|[Bb]ehörde|[Hh]ilfe|[Bb]und|[Uu]nion|[Ii]nstitut|[Uu]niversität|[Kk]linik|[Ss]chule|[Kk]irche|[Gg]ericht|[Kk]ammer|[Ss]tiftung|[Aa]gentur|[Kk]onzern|[Gg]ruppe|[Cc]lub|[Rr]epublik|[Mm]useum|[Tt]heater|straße|platz|brücke))`,
    prepositions:
      'von|vom|mit|bei|beim|gegen|für|an|am|zu|zum|zur|über|unter|nach|aus|durch|ohne|um|auf|in|im|des|dem|den|und|neben|vor|statt|wegen|gegenüber',
    articles: 'de[rmn]|die|des|eine[rms]?|seine[rms]?|ihre[rms]?',
    particles: 'von|van|zu|zum|de|da|di|el|al|von der|van der',
    openers:
      'Laut|Nach|Und|Aber|Auch|Doch|Mit|Für|Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Einer|Ihre?|Ihrem|Ihren|Ihrer|Seine?|Seinem|Seinen|Seiner|Er|Sie|Es|Wir|Ich|Im|In|Am|An|Auf|Bei|Beim|Von|Vom|Zum|Zur|Wie|Wenn|Als|Da|Dann|Damals|Dort|Dabei|Damit|Heute|Gestern|Morgen|Man|So|Nun|Jetzt|Noch|Schon|Seit|Bis|Ab|Zuletzt|Diese[rsnm]?|Mehr|Viele|Alle|Kein|Keine|Nur|Nicht|Während|Nachdem|Weil|Dass|Ob|Darüber|Trotz|Unter|Über|Vor|Wer|Was|Wo',
    // `die Mutter der Ministerin X`
    genitive: /\p{Lu}\p{Ll}+(?<!tag|woch|abend)\s+(?:de[rs]|seine[rs]|ihre[rs]|eine[rs])$/u,
    // `rief ein Reporter Max Roth zu`
    hearer: /(?<!\p{L})(?:ein|eine[rmns]?)$/u,
    // `die Frau, die X kennt,`
    relatives: [
      {
        before: /,\s+(?:der|die|das|dem|den|deren|dessen)(?:\s[^,.;:]*)?$/u,
        behind: /^(?:\s+[\p{L}-]+)*?\s+\p{Ll}+[,.]/u,
      },
    ],
    belongings:
      /^(?:Rechtsa|A)nw(?:alt|ältin|älte)$|^(?:Pressesprecher|Sprecher|Verteidiger|Vertreter|Stellvertreter|Mitarbeiter|Berater|Nachfolger|Vorgänger|Kritiker|Gegner|Anhänger|Freund|Partner|Kollege|Kollegin|Nachbar|Manager|Ärztin|Arzt|Bruder|Schwester|Sohn|Tochter|Vater|Mutter|Witwe|Witwer|Ehefrau|Ehemann|Familie|Büro|Umfeld|Team)(?:in|innen|n|s)?$/u,
  },
}
