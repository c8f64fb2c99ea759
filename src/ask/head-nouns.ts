/**
 * Nouns after `which` or `what` that say what sort of answer is wanted, as alternatives of a pattern: somebody, a place, an amount.
 * They are the words of news; what is not among them asks `what`.
 */
export const headNouns = {
  who: `person|people|(?:wo)?m[ae]n|senators?|governors?|presidents?|justices?|judges?|magistrate|officials?|lawmakers?|legislators?|candidates?|leaders?
|ministers?|congress(?:man|woman|men)|representatives?|mayors?|actors?|actress|players?|coach|athletes?|ceos?|republicans?|democrats?|lawyers?
|attorneys?|prosecutors?|professors?|secretary|company|companies|firms?|agency|agencies|organi[sz]ations?|groups?|party|parties|country'?s?|clerics?
|pastors?|priest|bishop|pope|oligarchs?|billionaires?|editors?|reporters?|journalists?|correspondents?|columnists?|authors?|hosts?|anchors?
|associates?|aides?|advis[eo]rs?|allies|ally|spokes(?:man|woman|person)|chair(?:man|woman|person)?|directors?|executives?|activists?|donors?
|historian|economists?|experts?|analysts?|researchers?|scientists?|doctors?|diplomats?|ambassadors?|envoys?|sheriff|officers?|commanders?
|generals?|soldiers?|singers?|musicians?|orchestra|band|celebrit(?:y|ies)|teams?|clubs?|newspapers?|outlets?|networks?|broadcaster|banks?|unions?
|charit(?:y|ies)|rivals?|members?|relatives?|suspects?|witness(?:es)?|victims?`.replaceAll('\n', ''),
  where:
    `cit(?:y|ies)|countr(?:y|ies)|nations?|towns?|villages?|places?|states?|regions?|areas?|districts?|provinces?|count(?:y|ies)|continents?|islands?
|parts|capital|neighbou?rhoods?|locations?|streets?|roads?|squares?|venues?|buildings?|hotel|jails?|prisons?|hospitals?|airports?|ports?|bases?|stations?
|schools?|universit(?:y|ies)|colleges?|campus|churche?s?|mosque|synagogue|courts?|embassy|stadium|arena|restaurants?|stores?|shops?|camps?|parks?|rivers?
|seas?|oceans?|lakes?|mountains?|borders?|museums?|theat(?:er|re)s?|facilit(?:y|ies)|sites?|bridges?|valley`.replaceAll(
      '\n',
      '',
    ),
  howMany:
    `percentage|percent|share|numbers?|proportion|amount|fraction|sum|age|size|price|total|rate|portion|fee|ransom|bail|fine|penalty|reward|salary
|budget|bonus|margin|value|distance|height|weight|speed|temperature|score|tally|toll|count|turnout|population|cost`.replaceAll(
      '\n',
      '',
    ),
} as const
