/** Zones as Windows, Outlook and Exchange call them, with the one city of each that calendars elsewhere name. */
const WINDOWS: ReadonlyMap<string, string> = new Map(
  `Hawaiian=Pacific/Honolulu Alaskan=America/Anchorage Pacific=America/Los_Angeles US_Mountain=America/Phoenix
  Mountain=America/Denver Central=America/Chicago Canada_Central=America/Regina Eastern=America/New_York
  US_Eastern=America/Indianapolis Atlantic=America/Halifax Newfoundland=America/St_Johns
  Central_(Mexico)=America/Mexico_City Central_America=America/Guatemala SA_Pacific=America/Bogota
  SA_Western=America/La_Paz Venezuela=America/Caracas Pacific_SA=America/Santiago
  E._South_America=America/Sao_Paulo Argentina=America/Buenos_Aires Greenwich=Atlantic/Reykjavik GMT=Europe/London
  Morocco=Africa/Casablanca W._Europe=Europe/Berlin Romance=Europe/Paris Central_Europe=Europe/Budapest
  Central_European=Europe/Warsaw W._Central_Africa=Africa/Lagos GTB=Europe/Bucharest FLE=Europe/Kiev
  E._Europe=Europe/Chisinau Egypt=Africa/Cairo Israel=Asia/Jerusalem South_Africa=Africa/Johannesburg
  Turkey=Europe/Istanbul Russian=Europe/Moscow Arab=Asia/Riyadh E._Africa=Africa/Nairobi Iran=Asia/Tehran
  Arabian=Asia/Dubai Pakistan=Asia/Karachi India=Asia/Calcutta Bangladesh=Asia/Dhaka SE_Asia=Asia/Bangkok
  China=Asia/Shanghai Singapore=Asia/Singapore Taipei=Asia/Taipei W._Australia=Australia/Perth Tokyo=Asia/Tokyo
  Korea=Asia/Seoul Cen._Australia=Australia/Adelaide AUS_Central=Australia/Darwin E._Australia=Australia/Brisbane
  AUS_Eastern=Australia/Sydney Tasmania=Australia/Hobart New_Zealand=Pacific/Auckland`
    .split(/\s+/)
    .map((pair) => pair.split('='))
    .map(([name = '', city = '']) => [`${name.replaceAll('_', ' ')} Standard Time`, city]),
);

/**
 * The names by which a zone may be known here, best first: its own, that of its city, and what is left of it without the
 * addresses that some programs write before (`/citadel.org/20210210_1/Europe/Berlin`).
 */
export function zoneNames(zone: string): readonly string[] {
  const city = WINDOWS.get(zone);
  const parts = zone.split('/').slice(0, MOST_PARTS);
  const ends = parts.map((_part, index) => parts.slice(index).join('/'));
  return [...(city === undefined ? [] : [city]), ...ends.filter((end) => end !== '')];
}

const MOST_PARTS = 8;
