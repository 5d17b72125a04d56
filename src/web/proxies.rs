//! Where does a request come from, as far as the proxies that we trust tell?

use actix_web::HttpRequest;
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr};

/// The proxies whose word we take.
#[derive(Debug, Clone, Default)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// These, and no others.
    #[must_use]
    pub fn new(trusted: Vec<IpNet>) -> Self {
        Self(trusted)
    }

    /// The address that a request comes from: the last one that is none of theirs.
    #[must_use]
    pub fn origin_of(&self, request: &HttpRequest) -> IpAddr {
        let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |address| address.ip()).to_canonical();
        if !self.trusts(peer) {
            return peer;
        }
        let forwarded: Vec<&str> = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok()).collect();
        self.before(peer, &forwarded.join(","))
    }

    fn before(&self, peer: IpAddr, forwarded: &str) -> IpAddr {
        let mut from = peer;
        for hop in forwarded.rsplit(',') {
            if !self.trusts(from) {
                break;
            }
            let Ok(hop) = hop.trim().parse::<IpAddr>() else { break };
            from = hop.to_canonical();
        }
        from
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|net| net.contains(&address))
    }
}
