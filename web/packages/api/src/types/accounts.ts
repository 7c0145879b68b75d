export interface User {
  id: string;
  email: string;
  firstName?: string | null;
  lastName?: string | null;
  roles: string[];
  emailConfirmed: boolean;
}

export interface Tokens {
  accessToken: string;
  expiresIn: number;
  refreshToken?: string | null;
  user: User;
}

export interface Profile {
  id?: string;
  email?: string;
  firstName?: string | null;
  lastName?: string | null;
  phone?: string | null;
  avatarUrl?: string | null;
  visibility?: string | null;
  roles?: string[];
  emailConfirmed?: boolean;
}

export interface ProfileChange {
  firstName?: string;
  lastName?: string;
  phone?: string;
}
