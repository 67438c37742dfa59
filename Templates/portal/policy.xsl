<?xml version="1.0" encoding="UTF-8"?>
<!-- The proposals with what is found in each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/list.xsl"/>
  <xsl:import href="parts/proposal.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="f:message('policy.lead')"/></p>
    <div class="buttons"><a class="button" href="/forslag/budget"><xsl:value-of select="f:message('page.memo')"/></a><a class="button plain" href="/forslag/utkast/all.html"><xsl:value-of select="f:message('policy.whole')"/></a></div>
    <xsl:apply-templates select="list" mode="narrow"/>
    <xsl:if test="not(section)"><xsl:apply-templates select="list" mode="none"/></xsl:if>
    <xsl:for-each select="section">
      <section class="card">
        <h2><xsl:value-of select="f:message(concat('policy.area.', @area))"/></h2>
        <xsl:call-template name="forms-of"><xsl:with-param name="name" select="@area"/></xsl:call-template>
        <table class="stack proposals">
          <thead><tr><th scope="col"><xsl:value-of select="f:message('policy.proposal')"/></th><th scope="col"><xsl:value-of select="f:message('policy.asks')"/></th><th scope="col"><xsl:value-of select="f:message('policy.found')"/></th></tr></thead>
          <tbody>
            <xsl:for-each select="proposal">
              <tr>
                <th scope="row"><a href="/forslag/{@id}" class="nowrap"><xsl:value-of select="@id"/></a></th>
                <td lang="sv"><xsl:value-of select="@asks"/></td>
                <td><xsl:call-template name="findings"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
