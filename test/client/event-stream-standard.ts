/** An event as the standard dispatches it. */
interface StandardEvent {
  type: string;
  data: string;
}

/**
 * The standard's own algorithm, step by step, over a whole text that has been decoded: slow, and as literal as can be.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function eventsOf(text: string): StandardEvent[] {
  const events: StandardEvent[] = [];
  let dataBuffer = '';
  let typeBuffer = '';
  const processField = (name: string, value: string): void => {
    if (name === 'event') typeBuffer = value;
    else if (name === 'data') dataBuffer += `${value}\n`;
  };
  for (const line of linesOf(text)) {
    if (line === '') {
      if (dataBuffer !== '') events.push({ type: typeBuffer || 'message', data: dataBuffer.replace(/\n$/, '') });
      dataBuffer = typeBuffer = '';
    } else if (!line.startsWith(':')) {
      const colon = line.indexOf(':');
      const value = colon < 0 ? '' : line.slice(colon + 1);
      processField(colon < 0 ? line : line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value);
    }
  }
  return events;
}

/** Lines that have ended, by CRLF, LF or CR. What follows the last end is no line yet. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\r' && text[at + 1] === '\n') at++;
    if (character === '\r' || character === '\n') {
      lines.push(line);
      line = '';
    } else line += character;
  }
  return lines;
}
