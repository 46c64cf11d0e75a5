// How far the local clock is ahead of UTC, and since when: the changes of the last ten years and the
// next one, found by looking at each fortnight and halving where it differs.

const MINUTE = 60_000, FORTNIGHT = 14 * 24 * 60 * MINUTE;
const minutesAhead = (time) => -new Date(time).getTimezoneOffset();

function localTimes(now) {
  const first = now - 261 * FORTNIGHT, last = now + 26 * FORTNIGHT;
  const changes = [{ from: 0, ahead: minutesAhead(first) }];
  for (let before = first; before < last; before += FORTNIGHT) {
    let low = before, high = before + FORTNIGHT;
    const ahead = minutesAhead(high);
    if (ahead === minutesAhead(low)) continue;
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2);
      if (minutesAhead(middle) === ahead) high = middle; else low = middle;
    }
    changes.push({ from: Math.floor(high / MINUTE) * MINUTE, ahead });
  }
  return changes;
}
