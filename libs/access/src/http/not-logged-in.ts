import { HttpProblem } from '@app/platform';

/** 401: no token, a bad one, or one whose session is over. */
export function notLoggedIn(): HttpProblem {
  const text = { zh: '请先登录', en: 'Log in first' };
  return new HttpProblem(401, 'UNAUTHENTICATED', text, { headers: { 'www-authenticate': 'Bearer' } });
}

/** 401: the same words whatever is wrong, so that nobody learns which usernames exist. */
export function loginRefused(): HttpProblem {
  return new HttpProblem(401, 'UNAUTHENTICATED', { zh: '用户名或者密码不正确', en: 'Wrong username or password' });
}
