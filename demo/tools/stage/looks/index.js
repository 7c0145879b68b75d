import { computing } from './computing.js';
import { household } from './household.js';
import { leisure } from './leisure.js';

export const looks = { ...computing, ...leisure, ...household };
