import { test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { refusal, logged } from './read.ts';
const lines = `call back about the list
call them back on friday
call back no-answer
email call back
call sat call back
out of office until monday
out of the office
in no-answer
in no-reply
call email
call call
in out
40m 20m
yesterday mon
mon 3 nov
on:mon on:tue
on:mon --on mon
at:14:30 at:15:00
with:dana with:bob
feel:1 feel:2
next:fri next:mon
fault:us fault:them
:owns-it :blames-us
blames:us :shares-it
tomorrow call
call in 2 weeks
call next week
in a week they decide
on:tomorrow
2027-01-01
on:2026-11-17
next:yesterday
next:week
by:fri
they:the list
they:the list me:quote by:fri
me:quote by:fri they:list
they: the list by:fri
me:quote by:soon
me:quote by:3/12
me:quote by:yesterday
me:quote by:31 nov
:thx
:thank
asked for it :rud
:with
:call
:zzzzzz
feel:good
feel:3
on:boarding
on:someday
at:noon
at:9
at:25:00
gave:x
harm:4
fault:me
blames:me
blames:them:
gave:
2026-02-30 call
31 nov call
3/11/2026 call
2000m
0m
--foo call
--wiht dana
-n call
--with
--they --by fri
--rude=yes
--feel good
--minutes forty
--channel phone
--outcome busy
--signal polite
:fyi call
call :fyi
in email :fyi
email no-reply :fyi
no answer
call no answer again
called no answer
left voicemail
left her a message
noanswer
canceled
no-anwser
voicemial asked
mailbox full
nobody answered`.split('\n');
test('x', () => {
  const out = lines.map((l) => { try { return `${l}\n   ${refusal(l).join('\n   ')}`; } catch (e) { return `${l}\n   !!! ${String(e)} ${(() => { try { return JSON.stringify(logged(l).entry);} catch { return ''; } })()}`; } });
  out.push(...['2h call :fyi', ':fyi', '2h --channel call', '--outcome no-answer'].map((l) => { try { return `work ${l}\n   ${refusal(l, {kind:'work'}).join('\n   ')}`; } catch (e) { return `work ${l} !!! ${String(e)}`; } }));
  writeFileSync('/tmp/refusals.txt', out.join('\n'));
});
