//! Which networks can be blocked, and for how long.

use std::{fmt, net::IpAddr, str::FromStr};

use ipnet::IpNet;

/// For how many days somebody can be blocked.
pub const DAYS: [i64; 6] = [1, 7, 30, 90, 180, 365];

/// A network that can be blocked: never so large that whole countries are meant, and of IPv6 no smaller than what one
/// household has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Network(IpNet);

impl Network {
    /// The network around an address that is proposed first: what a provider gives to a street, or to one customer.
    pub fn around(address: IpAddr) -> Self {
        Self::of(address, if address.is_ipv4() { 24 } else { 48 })
    }

    /// The smallest one around an address.
    pub fn at(address: IpAddr) -> Self {
        Self::of(address, if address.is_ipv4() { 32 } else { 64 })
    }

    fn of(address: IpAddr, prefix: u8) -> Self {
        Self(IpNet::new_assert(address, prefix).trunc())
    }

    /// Whether an address is in it.
    pub fn has(&self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }

    /// Whether it is none of the wide internet: blocking it may block everybody, where the proxy in front is not known.
    pub fn is_inner(&self) -> bool {
        match self.0.addr() {
            IpAddr::V4(four) => four.is_private() || four.is_loopback() || four.is_link_local(),
            IpAddr::V6(six) => six.is_loopback() || six.is_unique_local() || six.is_unicast_link_local(),
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Network {
    type Err = &'static str;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let typed = typed.trim();
        let network = match typed.parse::<IpAddr>() {
            Ok(address) => Self::at(address.to_canonical()).0,
            Err(_) => typed.parse::<IpNet>().map_err(|_| "guest-block-no-network")?.trunc(),
        };
        let widest = if network.addr().is_ipv4() { 16 } else { 32 };
        if network.prefix_len() < widest {
            return Err("guest-block-too-wide");
        }
        // Nobody is told apart within what one household has.
        if network.addr().is_ipv6() && network.prefix_len() > 64 {
            return Ok(Self::of(network.addr(), 64));
        }
        Ok(Self(network))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_what_one_means_by_it_and_never_half_the_world() {
        let read = |typed: &str| typed.parse::<Network>().map(|network| network.to_string());
        for (typed, network) in [
            ("192.0.2.7", "192.0.2.7/32"),
            (" 192.0.2.7/24 ", "192.0.2.0/24"),
            ("198.51.0.0/16", "198.51.0.0/16"),
            ("::ffff:192.0.2.7", "192.0.2.7/32"),
            ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
            ("2001:db8:1:2::/128", "2001:db8:1:2::/64"),
            ("2001:db8:1:2::/48", "2001:db8:1::/48"),
        ] {
            assert_eq!(read(typed), Ok(network.to_owned()), "{typed}");
        }
        for typed in ["", "x", "192.0.2", "192.0.2.0/33", "192.0.2.*", "2001:db8::/x"] {
            assert_eq!(read(typed), Err("guest-block-no-network"), "{typed}");
        }
        for typed in ["0.0.0.0/0", "192.0.0.0/8", "::/0", "2001::/16"] {
            assert_eq!(read(typed), Err("guest-block-too-wide"), "{typed}");
        }
        let (four, six): (IpAddr, IpAddr) = ("192.0.2.7".parse().unwrap(), "2001:db8:1:2::".parse().unwrap());
        assert_eq!(Network::around(four).to_string(), "192.0.2.0/24");
        assert_eq!(Network::around(six).to_string(), "2001:db8:1::/48");
        assert!(Network::around(four).has("192.0.2.255".parse().unwrap()));
        assert!(!Network::around(four).has("192.0.3.0".parse().unwrap()) && !Network::around(four).has(six));
        assert!(read("127.0.0.1").unwrap().parse::<Network>().unwrap().is_inner() && !Network::at(four).is_inner());
    }
}
