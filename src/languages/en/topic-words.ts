/**
 * English words by which a topic is known, by the code of the topic. A word ending in `+` hardly ever means anything else
 * and counts double; one ending in `-` often does and counts half. `_` joins the words of a phrase.
 * Plurals in -s, -es and -ies are found by their singular.
 */
export const topicWords: Readonly<Record<string, string>> = {
  '20000002':
    'opera+ chorus premiere+ theatre theater film movie+ actor actress director- cinema+ screenplay+ audience- singer+ musician+ concert+ album+ band- orchestra+ novel+ novelist+ author- poet+ poetry painting painter sculpture gallery artist ballet+ dancer comedy comedian drama- playwright+ festival- box_office+ hollywood+ netflix television_series streaming- hip-hop rapper+ guitarist song lyrics fiction bestseller photographer exhibition soundtrack+ broadway+',
  '20000038':
    'museum+ heritage curator+ monument archive library artefact artifact cultural language- carved folklore statue',
  '20000045':
    'newspaper+ newsroom+ journalist journalism+ broadcaster reporter- editor- publisher- radio television- press_freedom+ magazine media- podcast columnist+ cnn fox_news new_york_times washington_post msnbc fake_news misinformation social_media',
  '20000053':
    'terrorist+ terrorism+ suicide_bomber+ bomb bomber+ militant extremist jihadist+ al-qaeda islamic_state isis hostage bombing truck_bomb',
  '20000056':
    'soldier troop army+ artillery+ shelling+ airstrike+ missile war rebel+ front_line+ frontline+ battle- military brigade drone warplane battalion+ insurgent+ invasion offensive- ceasefire+ combat- fighter- air_strike+ navy pentagon nato taliban+ nuclear_weapon warhead+ weapon- invaded invade siege-',
  '20000065':
    'protest protester+ demonstrator+ demonstration riot+ rioter+ tear_gas+ water_cannon+ barricade march- rally- unrest+ clash- looting+ crowd- looter+',
  '20000070': 'coup+ junta+ seized_power+ constitution_was_suspended+',
  '20000071': 'massacre+ genocide+ mass_grave+',
  '20000073': 'peace_deal+ peace_talk+ peace_process+ truce+ ceasefire+ negotiator- mediator+ peacekeeper+ armistice+',
  '20000077': 'reconstruction- demining+',
  '20000080': 'prisoner_of_war+ prisoners_of_war+ prisoner_swap+ prisoner_exchange+',
  '20000082':
    'fraud+ murder+ murdered+ robbery+ burglary+ burglar+ theft+ stolen arrested+ arrest+ suspect+ charged- killing- stabbing+ stabbed+ shooting gunman+ smuggling+ kidnap kidnapped+ assault raped rape+ trafficking corruption bribery+ bribe+ crime+ criminal gang homicide+ offence offense- shooter+ gunmen+ launder laundering+ embezzle embezzlement+ abuse- manslaughter+ arson+ blackmail+ victim- shot- alleged- pleaded_guilty+ crime_scene+ manifesto- sexual_assault+ sexual_misconduct',
  '20000106':
    'jury+ juror+ judge+ court+ trial verdict+ prosecutor+ defendant+ acquitted+ convicted+ guilty+ appeal- testify testified+ plea lawyer- attorney- supreme_court+ magistrate+ tribunal+ lawsuit+ hearing- ruling ruled- plaintiff+ sued+ judicial+ district_court+ indictment+ indicted+ attorney_general',
  '20000119':
    'sentenced+ prison+ jailed+ parole+ sentence- imprisonment+ death_penalty+ inmate+ probation community_sentence+ jail+ execution- pardon pardoned+',
  '20000121': 'legislation law- constitutional statute civil_law criminal_law copyright',
  '20000129':
    'police+ constable+ detective+ sheriff+ officer- patrol police_force+ investigator policing+ cop fbi+ body_camera+ raid- police_officer+ law_enforcement+ interpol+ manhunt+',
  '20000139':
    'crash+ crashed collision+ collided+ capsized+ sank wreck derailed+ derailment+ plane_crash+ accident+ explosion blaze fire- missing- survivor coastguard+ stampede+ collapse- collapsed- drowned+',
  '20000148':
    'earthquake+ quake+ aftershock+ flood+ flooding+ flooded hurricane+ tornado+ tsunami+ landslide+ volcano+ eruption wildfire+ disaster death_toll cyclone+ typhoon+ avalanche+ drought famine+ debris mudslide+ epicenter+ epicentre+',
  '20000168':
    'rescue rescuer+ rescued evacuation evacuated firefighter+ emergency_service+ first_responder+ relief_effort emergency_shelter+ aid_worker',
  '20000170':
    'profit+ quarterly+ shareholder+ revenue+ earnings+ dividend+ chief_executive ceo+ merger+ takeover+ acquisition bankruptcy+ startup firm company- corporate investor layoffs- subsidiary+ turnover- board- brand- boeing amazon- chipmaker+ stake-',
  '20000209':
    'farmer+ farm dairy+ wheat livestock+ crop harvest agriculture+ retailer+ supermarket+ manufacturer+ industry- mining oil_company airline+ carmaker+ automaker+ bank- banking+ construction- shipping- refinery+ real_estate+ insurer+ factory grower tourism-',
  '20000344':
    'inflation+ interest_rate+ central_bank+ economist+ gdp+ recession+ economic+ growth- deficit tariff+ export+ import- economy+ federal_reserve+ fiscal stimulus trade_war+ trade_deal monetary+ tax- consumer- consumer_price+ debt- spending- budget- household- rate_cut+ price-',
  '20000385':
    'stock+ bond- index- share- trader+ dow wall_street+ nasdaq+ currency+ barrel+ yield- broker+ investor bitcoin+ cryptocurrency+ stock_market+ oil_price+ futures commodity+ dow_jones+',
  '20000412': 'curriculum+ syllabus+ lesson-',
  '20001338':
    'education_policy+ education_secretary education_department education_minister+ school_choice+ charter_school+ school_board+ education_authority',
  '20000413': 'exam+ examination+ test_paper+ mark- grading grade- test_score+ a-level+',
  '20000400':
    'school+ classroom+ head_teacher+ primary_school+ pupil+ kindergarten+ headmaster+ high_school+ university college campus lecture professor- schoolchildren+ nursery-',
  '20000415': 'student+ tuition+ undergraduate+ graduate- student_loan+ student_debt+',
  '20000416': 'teacher+ teaching- tutor+',
  '20001216': 'apprentice+ apprenticeship+ vocational+',
  '20000418':
    'climate_change+ climate+ warming+ carbon+ greenhouse+ emission+ methane+ fossil_fuel+ global_warming+ paris_agreement+ net_zero+ glacier',
  '20000420':
    'conservation+ endangered+ nature_reserve+ conservationist+ biodiversity+ extinct+ extinction+ wildlife_trust+ national_park',
  '20000424':
    'pollution+ polluted+ toxic+ contamination+ oil_spill+ sewage+ environment_agency pesticide+ environmental_protection_agency epa+ smog+ microplastic+ plastic- environmental+ waste- lead_poisoning',
  '20000430': 'water_supply forest- timber groundwater+ pipeline- renewable+ solar_power wind_farm',
  '20000441': 'wildlife+ species+ ecosystem+ wild- habitat+ forest- river- coral+ wetland+ cub+',
  '20000446':
    'disease+ virus+ outbreak+ infection+ infected+ symptom+ measles+ vaccine+ vaccinated+ vaccination+ cancer+ diabetes+ coronavirus+ covid-19+ covid+ pandemic+ epidemic+ flu+ influenza+ ebola+ zika+ hiv+ obesity+ dementia+ alzheimer+ fever cough- pneumonia+ mask- variant quarantine+ lockdown opioid+ tested_positive+ cdc+ delta_variant+ omicron+ booster social_distancing+ contagious+',
  '20000480':
    'public_hospital+ health_service+ nhs+ medicaid+ medicare+ waiting_list+ health_minister obamacare+ affordable_care_act+ health_secretary public_health+',
  '20000461': 'hospital clinic+ ward- intensive_care+ care_home+ nursing_home+ emergency_room+ waiting_list bed-',
  '20000483':
    'health_insurance+ health_coverage+ premium- insurer- uninsured+ health_care+ healthcare+ pre-existing_condition+',
  '20000463': 'world_health_organization+ world_health_organisation+ red_cross',
  '20000464':
    'drug- pill+ surgery+ treatment medicine medication+ patient+ prescribed+ side_effect+ therapy+ transplant+ dose clinical_trial+ regulator- abortion+ pfizer+ moderna+ operation- migraine+',
  '20000485': 'doctor nurse+ surgeon+ physician+ medical+ midwife+ paramedic+ dentist',
  '20000493': 'bird_flu+ foot-and-mouth+ swine_fever+ avian_flu+',
  '20000500': 'dog+ cat puppy+ kitten+ animal zoo+ vet terrier+ horse elephant panda+ pet+ owner-',
  '20001237': 'anniversary+ centenary+ commemorate commemorated+',
  '20000498': 'award+ prize+ medal- nobel+ oscar+ winner- laureate+ shortlisted+ grammy+ pulitzer+ trophy-',
  '20001238': 'birthday+ candle turned_100 oldest_woman+ oldest_man+ great-grandchildren+',
  '20000505': 'celebrity+ star- paparazzi+ kardashian+ red_carpet+',
  '20000501': 'wedding+ funeral+ ceremony- inauguration- mourner+',
  '20000507': 'gardener+ orchid+ tulip+ bloom-',
  '20000504': 'duke+ duchess+ royal_family+ prince princess buckingham_palace+ queen- royal',
  '20000499': 'world_record+ record_breaker+ guinness+ adjudicator+ longest- record-breaking',
  '20000509':
    'job employee+ workforce+ layoff+ laid_off+ hiring worker severance+ retrained+ redundancy+ redundancies+ works_council+',
  '20000521': 'minimum_wage+ working_hours+ overtime labour_law+ labor_law+ maternity_leave+ paid_leave+',
  '20000523': 'labour_market+ labor_market+ vacancy vacancies wage+ job_market+ jobs_report+ payroll+',
  '20000524':
    'strike- on_strike+ will_strike+ picket+ walkout+ industrial_action+ pay_rise+ collective_bargaining+ roster employer pay_deal+ walked_out- lockout+',
  '20000531': 'pension+ retiree+ retirement+ retirement_age+',
  '20000533': 'unemployment+ jobless+ unemployed+ job_centre+ jobless_claim+ unemployment_benefit+ unemployment_rate+',
  '20000536': 'trade_union+ labor_union+ labour_union+ union- unionize unionized+ unison members_had_voted+',
  '20000538':
    'hiker+ hiking+ tourist+ tourism holiday- holidaymaker+ traveller+ traveler+ hotel camping+ recipe+ cooking+ cookery+ baking baker- gardening+ hobby+ restaurant+ chef+ beach- cruise+ vacation+ gaming video_game+ casino+ walker- leisure+',
  '20000565':
    'lifestyle+ minimalist+ fashion+ interior_design+ interior_designer+ home_decor+ van-life dating- follower- influencer+',
  '20001339': 'yoga+ meditation+ mindfulness+ wellness+ fitness+ spa-',
  '20000574':
    'election+ voter+ ballot+ electoral+ candidate+ poll- polling_station+ polling_place+ primary- run-off+ runoff+ turnout+ campaign- caucus+ nominee+ nomination- recount+ delegate vote- voted- republican_nominee+ swing_state+ debate- midterm+ gop_primary super_tuesday+ referendum+ polls- clinton- electoral_college+',
  '20000587':
    'human_right+ human_rights+ civil_right+ civil_rights+ free_speech+ freedom_of_speech+ freedom_of_expression+ freedom_of_religion voting_right+ voting_rights+ first_amendment+ second_amendment censorship+ civil_liberties gun_control gun_right',
  '20000593':
    'government- minister prime_minister president- cabinet+ white_house ministry+ mayor- governor secretary_of_state downing_street+ administration- congress senate senator lawmaker parliament+ congressman congresswoman house_of_representatives+ speaker- oval_office trump- biden- obama- chief_of_staff executive_order+ council- councillor+ chancellor+ vice_president',
  '20000621':
    'policy reform- tax_cut+ tax_plan immigration_policy housing_policy subsidy regulation- health_policy budget- shutdown+ government_shutdown+ debt_ceiling+ infrastructure_bill+ spending_bill+ infrastructure-',
  '20000638':
    'treaty+ diplomat+ diplomatic+ diplomacy+ embassy+ foreign_minister+ sanction+ summit+ ambassador+ foreign_policy+ bilateral+ united_nations un_security_council+ european_union brexit+ kremlin nuclear_deal+ state_department+ envoy+ extradition foreign_secretary+ g7 g20 putin',
  '20000646': 'non-governmental+ ngo+ nonprofit- greenpeace+ amnesty_international+',
  '20000647':
    'political_crisis+ no-confidence+ impeachment+ impeach+ impeached+ vote_of_no_confidence+ caretaker_government+ special_counsel+ whistleblower',
  '20000648': 'dissident+ opposition_leader opposition_activist+ political_prisoner+',
  '20000649':
    'bill- parliament coalition+ opposition- lawmaker legislature+ bipartisan+ filibuster+ republican democrat democratic- gop conservative- liberal- party- partisan legislative committee- majority_leader+ minority_leader+ lobbyist+ caucus mcconnell pelosi labour- tory+ mp lawmakers_voted resigned-',
  '20000657':
    'church+ christian+ muslim+ islam+ jewish+ hindu+ buddhist+ catholic+ faith- believer diocese+ evangelical+ christianity+ judaism+ religion+ religious+ atheist+ mormon+ baptist+ parish+',
  '20000702': 'religious_freedom+ religious_liberty+ secularism+ blasphemy+',
  '20000688': 'sectarian+',
  '20000697': 'mosque+ cathedral+ synagogue+ temple monastery+ shrine congregation+ church+',
  '20000690': 'ramadan+ eid+ diwali+ easter christmas- hanukkah+ passover+ holy- pilgrim+ pilgrimage+ hajj+',
  '20000703':
    'bishop+ archbishop+ pope+ imam+ rabbi+ priest+ clergy+ pastor+ vatican+ cardinal- ordination+ cleric+ pontiff+',
  '20000696': 'prayer+ worship+ worshipper+ baptism+ pray prayed+ sermon+',
  '20000705': 'quran+ koran+ bible+ torah+ gospel',
  '20000710': 'gene+ genetic+ genetics+ biologist+ biology+ dna+ stem_cell+ neuroscience+ cell- genome+',
  '20000715': 'mathematician+ theorem+ mathematics+',
  '20000717':
    'astronomer+ physicist+ physics+ chemistry+ moon- planet- space_agency+ galaxy+ geologist+ comet+ asteroid+ telescope+ orbit+ lunar+ fossil- particle- meteor+ black_hole+ eclipse+ paleontologist+ dinosaur+',
  '20000741': 'institute_of_technology academy_of_science+',
  '20000735':
    'researcher+ laboratory+ study- experiment+ scientist+ scientific+ published_the_study+ peer-reviewed+ journal-',
  '20000742': 'archaeologist+ archaeology+ psychologist+ sociologist+ historian anthropologist+ excavation+',
  '20000756':
    'software+ engineer- artificial_intelligence+ ai algorithm+ smartphone+ app robot+ computer+ spacecraft+ rocket satellite+ nasa hacker+ cyberattack+ cybersecurity+ internet- google facebook apple- twitter- tech+ technology+ semiconductor+ microsoft self-driving+ data_breach+ spacex+ tiktok+ online_platform developer- probe- 5g+ encryption+ startup- tech_giant+ silicon_valley+ mark_zuckerberg elon_musk',
  '20000768':
    'transgender+ lgbt+ gay_right gay_marriage+ same-sex+ indigenous+ native_american+ minority- african_american community-',
  '20000770': 'census+ population+ birth_rate+ life_expectancy+ demographer+ demographic+ fertility',
  '20000775':
    'racism+ racist+ discrimination+ discriminated+ sexism+ prejudice+ equality+ antisemitism+ anti-semitism+ white_supremacist+ hate_crime+ racial+ sexist+ black_lives_matter+ bias- white_supremacy+ homophobic+ #metoo+ segregation+ critical_race_theory+',
  '20000772': 'emigration+ emigrant+ expatriate+',
  '20000780': 'marriage+ divorce+ adoption parent- childcare+ motherhood family- mother- father-',
  '20000771':
    'migrant+ immigrant+ immigration+ asylum+ refugee+ deportation+ border_agency+ border_patrol+ border_wall+ undocumented+ daca+ dreamer+ illegal_immigration+ deported+ southern_border+ border- visa travel_ban+ caravan ice_agent',
  '20000799': 'poverty+ inequality+ poor- homeless+ low-income+',
  '20000802':
    'homelessness+ rough_sleeper+ rough_sleeping+ addiction+ slavery drug_abuse domestic_violence+ gun_violence suicide food_bank+ eviction+ overdose+ homeless+ charity-',
  '20000808': 'ethics morality+ corrupt-',
  '20000817': 'welfare+ social_security+ food_stamp+ child_benefit+ benefits- social_worker+',
  '20000822':
    'football+ soccer+ tennis+ cricket+ rugby+ basketball+ baseball+ golf+ golfer+ athletics+ hockey+ boxing boxer+ swimmer+ cyclist+ midfielder+ striker+ goalkeeper+ quarterback+ volley set- match+ goal- wicket+ innings+ batsman+ penalty- sprinter+ half-time+ sets- race- marathon+ nfl+ nba+ formula_one+ gymnast+ header- touchdown+ pitcher+ defender- league+ team- player+ kickoff+',
  '20001103': 'red_card+ suspended_for sent_off+ match-fixing+',
  '20001104': 'doping+ anti-doping+ steroid+ performance-enhancing+ drug_test',
  '20001301': 'hat-trick+ medallist+ medalist+',
  '20001108':
    'olympic+ olympics+ world_cup+ cup- final- tournament+ championship+ champion+ super_bowl+ grand_slam+ wimbledon+ playoff+ qualifier+ season- league medal- semi-final+ world_series+ grand_prix+ winter_games+',
  '20001124': 'sport_sponsorship+ broadcasting_rights+',
  '20001125': 'fifa+ uefa+ ioc+ athletics_federation+ olympic_committee+ ncaa+ football_association+',
  '20001126': 'stadium+ arena- pitch- racetrack+',
  '20001323': 'coach+ head_coach+ trainer-',
  '20001324': 'football_club+ club- team_owner+ manager-',
  '20001325': 'referee+ umpire+ linesman+ var-',
  '20001148': 'transfer_fee+ transfer_window+ record_transfer+ signed_for+ loan_deal+ free_agent+ transfer-',
  '20001128': 'forecast+ forecaster+ sunny+ sunny_spell+ outlook- shower- breeze+ cloudy+ dry- weekend- fog frost+',
  '20001129':
    'storm+ heatwave+ heat_wave+ snow+ snowfall+ blizzard+ rain+ rainfall+ thunderstorm+ wind gust+ hail+ fog frost+ hurricane tornado temperature+ heat- cold-',
  '20001130': 'temperature+ degree- hottest+ coldest+ wettest+ meteorologist+ average-',
  '20001131':
    'weather_warning+ red_warning+ amber_warning+ storm_warning+ weather_service+ hurricane_warning+ tornado_warning+ stay_indoors',
}
