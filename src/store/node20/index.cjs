const { version } = require('better-sqlite3/package.json');

// Where a newer Node installed it, it is version 13, which ends the whole process on Node 20.
if (!version.startsWith('12.')) {
  const error = new Error(`better-sqlite3 ${version} does not run on Node 20`);
  throw Object.assign(error, { code: 'MODULE_NOT_FOUND' });
}
module.exports = require('better-sqlite3');
