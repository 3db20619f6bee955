#!/usr/bin/env node
// CommonJS, unlike the sources: starting through the ES module loader costs a quarter more.

const [major, minor] = process.versions.node.split('.').map(Number);
const supported = major === 20 ? minor >= 19 : major === 22 ? minor >= 14 : major > 22;

if (!supported) {
  stop(`rel needs Node.js 20.19 or 22.14 and newer (not 21); this is ${process.versions.node}.`);
} else if (!require('fs').existsSync(`${__dirname}/../dist/cli.js`)) {
  stop('rel has not been built yet; in its folder, run: npm install');
} else {
  require('../dist/cli.js');
}

function stop(message) {
  console.error(message);
  process.exitCode = 2;
}
