// Second implementation of the reader of times, independent of the Rust crate.

export function readTimestamp({ text }) {
  const found = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))?$/.exec(
    text,
  );
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  const isDate =
    midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day && midnight.getUTCFullYear() === year;
  const [offsetHours, offsetMinutes] = [found[9] ?? 0, found[10] ?? 0].map(Number);
  if (!isDate || hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return null;
  const offset = (offsetHours * 60 + offsetMinutes) * (found[8] === "-" ? -1 : 1);
  const local = found[0].slice(0, 19).replace("t", "T");
  const hasFraction = Number(found[7] ?? 0) > 0;
  const seconds = midnight.getTime() / 1000 + hour * 3600 + (minute - offset) * 60 + second;
  // The empty date of .NET, in any time zone.
  if (!hasFraction && (local === "0001-01-01T00:00:00" || seconds === -62_135_596_800)) return null;
  if (seconds < -62_135_596_800 || seconds > 253_402_300_799) return null;
  return seconds * 1000 + Number((found[7] ?? "0").padEnd(3, "0").slice(0, 3));
}
