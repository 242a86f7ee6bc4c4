import contract from '../../contracts/pki.ts';
import { defineService } from '../_kit/implement.ts';
import { pages } from './pages.ts';
import { published } from './published.ts';
import { register } from './register.ts';
import { verifying } from './verify.ts';

export default defineService(contract, { ...pages, ...published, ...register, ...verifying });
