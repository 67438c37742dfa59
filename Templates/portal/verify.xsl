<?xml version="1.0" encoding="UTF-8"?>
<!-- Asking whether a document is genuine. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/forms.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:choose><xsl:when test="born"><xsl:value-of select="f:message('verify.born')"/></xsl:when><xsl:otherwise><xsl:value-of select="f:message('verify.lead')"/></xsl:otherwise></xsl:choose></p>
    <xsl:apply-templates select="form"/>
    <section class="text">
      <p class="soft"><xsl:value-of select="f:message('verify.handing')"/></p>
      <p class="soft"><xsl:value-of select="f:message('verify.beware')"/></p>
    </section>
  </xsl:template>
</xsl:stylesheet>
