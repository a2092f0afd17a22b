package dev.plumbline.caller;

import java.util.Set;

/**
 * Who has been recognised by a token.
 *
 * @param publicKey whether the token is one of Supabase's that are in every browser, the anon key or that of a user
 */
public record Caller(Set<Role> roles, boolean publicKey) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }
}
