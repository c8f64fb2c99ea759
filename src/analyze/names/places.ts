/**
 * Places of the news: countries, capitals, large cities, regions of conflict. Places are separated by semicolons: the
 * first name is the one we show, those after `|` are spellings of it. Editable: add one.
 */
const PLACES = `
United States|US|U.S.|USA|U.S.A.|America|United States of America|the States;
United Kingdom|UK|U.K.|Britain|Great Britain; Afghanistan; Albania; Algeria; Angola; Argentina; Armenia;
Australia; Austria; Azerbaijan; Bahrain; Bangladesh; Belarus; Belgium; Bolivia; Bosnia and Herzegovina|Bosnia;
Botswana; Brazil; Bulgaria; Burkina Faso; Cambodia; Cameroon; Canada; Chad; Chile; China; Colombia;
Congo|Democratic Republic of Congo|DR Congo|DRC; Costa Rica; Croatia; Cuba; Cyprus; Czech Republic|Czechia;
Denmark; Dominican Republic; Ecuador; Egypt; El Salvador; England; Eritrea; Estonia; Ethiopia; Finland; France;
Gabon; Georgia; Germany; Ghana; Greece; Greenland; Guatemala; Haiti; Honduras; Hungary; Iceland; India; Indonesia; Iran;
Iraq; Ireland|Republic of Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kosovo;
Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Liberia; Libya; Lithuania; Luxembourg; Madagascar; Malawi; Malaysia;
Mali; Malta; Mexico; Moldova; Mongolia; Montenegro; Morocco; Mozambique; Myanmar|Burma; Namibia; Nepal;
Netherlands|The Netherlands|Holland; New Zealand; Nicaragua; Niger; Nigeria; North Korea; North Macedonia;
Northern Ireland; Norway; Oman; Pakistan; Panama; Paraguay; Peru; Philippines|The Philippines; Poland;
Portugal; Qatar; Romania; Russia|Russian Federation; Rwanda; Saudi Arabia; Scotland; Senegal; Serbia;
Sierra Leone; Singapore; Slovakia; Slovenia; Somalia; South Africa; South Korea; South Sudan; Spain; Sri Lanka;
Sudan; Sweden; Switzerland; Syria; Taiwan; Tajikistan; Tanzania; Thailand; Tunisia; Turkey|Türkiye;
Turkmenistan; Uganda; Ukraine; United Arab Emirates|UAE; Uruguay; Uzbekistan; Venezuela; Vietnam; Wales; Yemen;
Zambia; Zimbabwe; Palestine; Gaza|Gaza Strip|Gaza City; West Bank; Jerusalem; Golan Heights; Crimea;
Donbas|Donbass; Donetsk; Luhansk; Kherson; Zaporizhzhia; Kharkiv; Odesa|Odessa; Kyiv|Kiev; Lviv; Moscow;
St Petersburg|St. Petersburg|Saint Petersburg; Europe; Africa; Asia; Middle East; North America; South America;
Latin America; Antarctica; Arctic; Balkans; Scandinavia; Caribbean; Sahel; Kashmir; Tibet; Xinjiang; Hong Kong;
London; Manchester; Birmingham; Liverpool; Leeds; Glasgow; Edinburgh; Cardiff; Belfast; Dublin; Bristol;
Sheffield; Newcastle; Nottingham; Oxford; Cambridge; Southampton; Portsmouth; Paris; Marseille; Lyon; Berlin;
Munich; Hamburg; Frankfurt; Cologne; Brussels; Antwerp; Amsterdam; Rotterdam; The Hague|Hague; Madrid;
Barcelona; Lisbon; Rome; Milan; Naples; Venice; Vatican City; Vienna; Zurich; Geneva; Bern; Davos; Copenhagen;
Stockholm; Oslo; Helsinki; Warsaw; Krakow; Prague; Budapest; Bucharest; Sofia; Athens; Belgrade; Zagreb;
Sarajevo; Vilnius; Riga; Tallinn; Minsk; Tbilisi; Yerevan; Baku; Istanbul; Ankara; Beirut; Damascus; Aleppo;
Baghdad; Mosul; Tehran; Riyadh; Jeddah; Mecca; Doha; Dubai; Abu Dhabi; Sanaa; Cairo; Alexandria; Tripoli;
Benghazi; Tunis; Algiers; Rabat; Casablanca; Khartoum; Darfur; El Fasher; Addis Ababa; Nairobi; Mogadishu;
Kampala; Kigali; Kinshasa; Goma; Lagos; Abuja; Accra; Dakar; Bamako; Johannesburg; Cape Town; Pretoria; Harare;
Kabul; Kandahar; Islamabad; Karachi; Lahore; Delhi|New Delhi; Mumbai|Bombay; Kolkata; Bengaluru|Bangalore;
Chennai; Dhaka; Colombo; Kathmandu; Yangon; Bangkok; Hanoi; Ho Chi Minh City; Phnom Penh; Kuala Lumpur;
Jakarta; Manila; Beijing; Shanghai; Shenzhen; Guangzhou; Wuhan; Taipei; Seoul; Pyongyang; Tokyo; Osaka; Kyoto;
Hiroshima; Fukushima; Sydney; Melbourne; Brisbane; Perth; Canberra; Auckland; Wellington; Christchurch;
Washington|Washington DC|Washington D.C.|Washington, DC; New York|New York City|NYC; Los Angeles;
San Francisco; Chicago; Boston; Houston; Dallas; Austin; Miami; Atlanta; Philadelphia; Phoenix; Seattle;
Portland; Denver; Detroit; Minneapolis; Las Vegas; New Orleans; Cleveland; Milwaukee; Pittsburgh; Baltimore;
San Diego; Anchorage; Silicon Valley; Hollywood; Wall Street; Alabama; Alaska; Arizona; Arkansas; California;
Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana;
Maine; Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada;
New Hampshire; New Jersey; New Mexico; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania;
Rhode Island; South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; West Virginia;
Wisconsin; Wyoming; Puerto Rico; Toronto; Montreal; Vancouver; Ottawa; Quebec; Ontario; Alberta;
British Columbia; Mexico City; Havana; Kingston; Port-au-Prince; Caracas; Bogota|Bogotá; Quito; Lima; La Paz;
Santiago; Buenos Aires; Montevideo; Brasilia|Brasília; Rio de Janeiro; Sao Paulo|São Paulo; Amazon rainforest;
Mediterranean|Mediterranean Sea; Black Sea; Red Sea; South China Sea; Strait of Hormuz; Suez Canal;
Panama Canal; English Channel; Oval Office; West Wing; East Room; Mar-a-Lago; Heathrow; Cornwall; Kent; Essex;
Sussex; Surrey; Yorkshire; Lancashire; Devon; Norfolk; Suffolk; Bordeaux; Toulouse; Nice; Strasbourg; Bavaria;
Catalonia; Sicily; Lampedusa; Chernobyl; Transnistria; Abkhazia; Nagorno-Karabakh`

const BY_NAME = readList(PLACES)

/** The place that a name means, by the name we show; none when the list lacks it. */
export function placeNamed(name: string): string | undefined {
  return BY_NAME.get(name)
}

function readList(list: string): ReadonlyMap<string, string> {
  const byName = new Map<string, string>()
  for (const place of list.trim().split(/;\s+/)) {
    const names = place.split('|')
    for (const name of names) byName.set(name, names[0] ?? '')
  }
  return byName
}
