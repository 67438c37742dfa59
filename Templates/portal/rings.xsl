<?xml version="1.0" encoding="UTF-8"?>
<!-- The rings of the register, for the registrar. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/list.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <xsl:apply-templates select="list" mode="narrow"/>
    <p class="soft" role="status"><xsl:value-of select="f:message('rings.found', 'count', f:amount(string(list/@total)))"/></p>
    <xsl:choose>
      <xsl:when test="row">
        <div class="card">
          <table class="stack">
            <thead><tr><th scope="col">Ring</th><th scope="col"><xsl:value-of select="f:message('extract.name')"/></th><th scope="col"><xsl:value-of select="f:message('ring.state')"/></th><th scope="col"><xsl:value-of select="f:message('rings.since')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('ring.members')"/></th></tr></thead>
            <tbody><xsl:for-each select="row"><tr><th scope="row" class="nowrap"><xsl:value-of select="@number"/></th><td><xsl:value-of select="@name"/></td><td><xsl:value-of select="@state"/></td><td data-label="{f:message('rings.since')}"><xsl:call-template name="day"><xsl:with-param name="day" select="@since"/></xsl:call-template></td><td class="number" data-label="{f:message('ring.members')}"><xsl:value-of select="f:amount(string(@members))"/></td></tr></xsl:for-each></tbody>
          </table>
        </div>
        <xsl:apply-templates select="list" mode="pages"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="list" mode="none"><xsl:with-param name="none" select="f:message('rings.none')"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
