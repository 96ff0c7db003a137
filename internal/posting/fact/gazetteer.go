package fact

import (
	"strings"
	"sync"
)

// A gazetteer is a set of names of places, each of one or more words.
type gazetteer struct {
	names string // names in lower case, separated by '|'
	once  sync.Once
	set   map[string]bool
	most  int // maximum number of words in a name
}

func (g *gazetteer) has(name string) bool {
	g.once.Do(func() {
		g.set = map[string]bool{}
		for n := range strings.SplitSeq(strings.ReplaceAll(g.names, "\n\t", ""), "|") {
			g.set[n] = true
			g.most = max(g.most, 1+strings.Count(n, " "))
		}
	})
	return g.set[name]
}

// begins reports whether text begins with the name of a place.
func (g *gazetteer) begins(text string) bool {
	low := strings.ReplaceAll(lower(text[:min(len(text), longestPlace)]), ".", "")
	end, words := 0, 0
	for end < len(low) && words < max(g.most, 4) {
		if i := strings.IndexAny(low[end:], " ,/-()"); i < 0 {
			end = len(low)
		} else {
			end += i
		}
		if g.has(strings.TrimSpace(low[:end])) {
			return true
		}
		words++
		end++
	}
	return false
}

// knownPlaces lists places that jobs are often in. A place that isn't listed is
// found only after words that say that a place follows.
var knownPlaces = &gazetteer{names: otherPlaces + "|" + usPlaces + "|" + canadianPlaces + "|" + australianPlaces + "|" + newZealandPlaces +
	"|singapore|hong kong|" + swedishPlaces + "|" + norwegianPlaces + "|" + danishPlaces}

// Places in countries that share the name of their currency with others; see
// sharedMarks.
const (
	usPlaces = `usa|us|u s|united states|united states of america|conus|
	alabama|alaska|arizona|arkansas|california|southern california|northern california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|
	massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|north carolina|south carolina|north dakota|south dakota|ohio|oklahoma|oregon|
	pennsylvania|rhode island|tennessee|texas|utah|vermont|virginia|northern virginia|washington|washington state|west virginia|wisconsin|wyoming|district of columbia|
	new york|new york city|nyc|ny metro|san francisco|sf|bay area|san francisco bay area|sf bay area|silicon valley|los angeles|la|san diego|san jose|palo alto|mountain view|menlo park|sunnyvale|
	santa clara|redwood city|san mateo|oakland|sacramento|irvine|seattle|greater seattle|bellevue|redmond|portland|boise|denver|boulder|salt lake city|phoenix|tempe|austin|dallas|plano|houston|san antonio|
	chicago|minneapolis|milwaukee|detroit|columbus|cleveland|cincinnati|indianapolis|st louis|kansas city|nashville|atlanta|charlotte|raleigh|durham|richmond|reston|herndon|mclean|arlington|alexandria|
	washington dc|dc|baltimore|philadelphia|pittsburgh|boston|cambridge|hartford|miami|tampa|orlando|jacksonville|las vegas|brooklyn|jersey city`
	canadianPlaces   = `canada|ontario|quebec|québec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|toronto|greater toronto area|gta|montreal|montréal|vancouver|ottawa|calgary|edmonton|waterloo|winnipeg|halifax|mississauga`
	australianPlaces = `australia|new south wales|victoria|queensland|western australia|south australia|tasmania|sydney|melbourne|brisbane|perth|adelaide|canberra|hobart|gold coast`
	newZealandPlaces = `new zealand|auckland|wellington|christchurch`
	swedishPlaces    = `sweden|stockholm|gothenburg|göteborg|malmö|malmo|uppsala|linköping|lund`
	norwegianPlaces  = `norway|oslo|bergen|trondheim|stavanger`
	danishPlaces     = `denmark|copenhagen|københavn|aarhus|odense|aalborg`
)

const otherPlaces = `uk|united kingdom|gb|great britain|england|scotland|wales|northern ireland|ireland|mexico|brazil|argentina|
	colombia|chile|peru|uruguay|ecuador|panama|guatemala|puerto rico|costa rica|latam|latin america|central america|germany|deutschland|france|spain|portugal|italy|netherlands|the netherlands|belgium|
	luxembourg|poland|romania|bulgaria|ukraine|hungary|czech republic|czechia|slovakia|slovenia|serbia|croatia|greece|austria|switzerland|finland|iceland|estonia|latvia|lithuania|
	malta|turkey|cyprus|georgia|armenia|europe|emea|eu|eea|european union|dach|benelux|nordics|balkans|apac|americas|north america|south america|asia|middle east|mena|africa|india|pakistan|bangladesh|
	sri lanka|nepal|philippines|vietnam|malaysia|indonesia|thailand|japan|china|taiwan|south korea|korea|israel|uae|united arab emirates|dubai|abu dhabi|qatar|saudi arabia|egypt|
	morocco|tunisia|nigeria|ghana|kenya|south africa|anz|worldwide|
	london|manchester|leeds|birmingham|bristol|edinburgh|glasgow|cardiff|belfast|liverpool|sheffield|nottingham|newcastle|reading|oxford|brighton|dublin|cork|galway|
	berlin|munich|münchen|hamburg|frankfurt|cologne|köln|stuttgart|düsseldorf|leipzig|nuremberg|karlsruhe|vienna|wien|graz|linz|zurich|zürich|geneva|basel|bern|lausanne|
	paris|lyon|toulouse|nantes|bordeaux|lille|marseille|grenoble|amsterdam|rotterdam|utrecht|the hague|eindhoven|brussels|antwerp|ghent|madrid|barcelona|valencia|málaga|malaga|seville|lisbon|porto|
	milan|rome|turin|bologna|helsinki|tallinn|riga|vilnius|kaunas|warsaw|krakow|kraków|wroclaw|wrocław|gdansk|gdańsk|poznan|poznań|katowice|łódź|
	prague|brno|bratislava|budapest|bucharest|cluj|cluj-napoca|iasi|timisoara|sofia|belgrade|zagreb|ljubljana|athens|thessaloniki|istanbul|ankara|kyiv|kiev|lviv|kharkiv|tbilisi|yerevan|
	tel aviv|tel-aviv|haifa|herzliya|jerusalem|riyadh|doha|cairo|lagos|nairobi|cape town|johannesburg|bangalore|bengaluru|hyderabad|chennai|mumbai|pune|delhi|new delhi|noida|gurgaon|gurugram|kolkata|
	tokyo|osaka|seoul|beijing|shanghai|shenzhen|taipei|kuala lumpur|jakarta|bangkok|manila|ho chi minh city|hanoi|
	mexico city|guadalajara|monterrey|bogota|bogotá|medellin|medellín|buenos aires|santiago|lima|montevideo|são paulo|sao paulo|rio de janeiro`

// states lists the codes of states, provinces and territories.
var states = wordSet(`AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD
	TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS ON PE QC SK NSW VIC QLD ACT`)
