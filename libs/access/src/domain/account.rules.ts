import { violationOf, type Violation } from '@app/kernel';
import {
  PASSWORD_GUESSABLE,
  PASSWORD_LENGTH,
  PASSWORD_OF_USERNAME,
  USERNAME_PERSONAL,
  USERNAME_TAKEN,
} from './access.table.js';
import { COMMON_PASSWORDS } from './common-passwords.table.js';

export const USERNAME_SHAPE = /^[a-z0-9._-]{3,64}$/;

/** What of a password may be left when the username is taken out of it, and how many different characters it needs. */
const LEAST_OF_ITS_OWN = 8;
const LEAST_DIFFERENT = 5;

/** Everything that is wrong with a new password. */
export function passwordViolations(password: string, username: string, pointer: string): Violation[] {
  const found: Violation[] = [];
  const { least, most } = PASSWORD_LENGTH.value;
  const length = Array.from(password).length;
  if (length < least || length > most) {
    const en = `A password has ${least} to ${most} characters; this one has ${length}`;
    found.push(violationOf(PASSWORD_LENGTH, pointer, `密码应为${least}至${most}个字符，现为${length}个`, en));
  }
  if (isGuessable(password)) {
    found.push(violationOf(PASSWORD_GUESSABLE, pointer, '密码过于常见，容易被猜出', 'The password is easily guessed'));
  }
  if (isMadeOf(password, username)) {
    const en = 'The password is made of the username';
    found.push(violationOf(PASSWORD_OF_USERNAME, pointer, '密码不得由用户名构成', en));
  }
  return found;
}

/** What is wrong with a username that has the right shape. */
export function usernameViolations(username: string, taken: boolean): Violation[] {
  const found: Violation[] = [];
  if (USERNAME_PERSONAL.value.test(username)) {
    const zh = '用户名会永久留在操作记录中，不得使用证件号码或者电话号码';
    const en = 'A username stays in the audit trail for ever: use no ID number and no telephone number';
    found.push(violationOf(USERNAME_PERSONAL, '/username', zh, en));
  }
  if (taken) found.push(violationOf(USERNAME_TAKEN, '/username', '该用户名已被使用', 'The username is taken'));
  return found;
}

function isGuessable(password: string): boolean {
  const lower = password.toLowerCase();
  return COMMON_PASSWORDS.has(lower) || new Set(lower).size < LEAST_DIFFERENT;
}

function isMadeOf(password: string, username: string): boolean {
  const lower = password.toLowerCase();
  return lower.includes(username) && lower.replaceAll(username, '').length < LEAST_OF_ITS_OWN;
}
