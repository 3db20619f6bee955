#!/usr/bin/env node
// CommonJS, unlike the sources: starting through the ES module loader costs a quarter more.

const [major, minor] = process.versions.node.split('.').map(Number);
const supported = major === 20 ? minor >= 19 : major === 22 ? minor >= 14 : major > 22;

if (!supported) {
  stop(`rel needs Node.js 20.19 or 22.14 and newer (not 21); this is ${process.versions.node}.`);
} else {
  start();
}

function start() {
  try {
    require('../dist/cli.js');
  } catch (error) {
    // To look first whether it is there would cost every start.
    if (error.code !== 'MODULE_NOT_FOUND' || error.requireStack?.length !== 1) throw error;
    stop('rel has not been built yet; in its folder, run: npm install');
  }
}

function stop(message) {
  console.error(message);
  process.exitCode = 2;
}
