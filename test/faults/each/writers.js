import { rel, startRel } from '../rel.js';

/** Many programs that log at once: every acknowledged entry is there, and no lock is ever shown. */
export const fault = {
  missing: () => undefined,
  async run({ short, place }) {
    const [writers, entries] = short ? [5, 5] : [20, 25];
    rel(place, ['add', 'customer', 'Acme']);
    const bad = [];
    const writer = async (name) => {
      for (let entry = 1; entry <= entries; entry += 1) {
        const { code, stderr } = await ended(
          startRel(place, ['log', 'acme', 'call', `${name}-${entry}`]),
        );
        if (code !== 0) bad.push(`${name}-${entry}: exit ${code}, ${stderr}`);
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, name) => writer(`w${name}`)));
    const stored = rel(place, ['export', 'entries']).stdout.match(/w\d+-\d+/g) ?? [];
    const lost = writers * entries - new Set(stored).size;
    if (lost > 0) bad.push(`${lost} acknowledged entries are not there`);
    if (stored.length !== new Set(stored).size) bad.push('an entry is there twice');
    return { figure: `${lost} of ${writers} × ${entries} entries lost`, bad };
  },
};

const ended = (child) =>
  new Promise((resolve) => {
    let stderr = '';
    child.stderr.on('data', (piece) => (stderr += piece));
    child.stdout.resume();
    child.on('close', (code, signal) => resolve({ code: code ?? signal, stderr }));
  });
